package dev.plumbline.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A defect that a rule reports.
 *
 * @param rule the id of the rule
 * @param message what is wrong, in one sentence, on the line itself
 * @param trace the path that proves it, first step first; may be empty
 * @param edit a fix that is safe to apply, if there is one
 */
public record Finding(String rule, Severity severity, Confidence confidence, Place place, String message,
        List<Step> trace, Optional<Edit> edit, Fingerprint fingerprint) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::place)
        .thenComparing(Finding::rule)
        .thenComparing(Finding::message)
        .thenComparing(Finding::fingerprint);

    public Finding {
        trace = List.copyOf(trace);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
