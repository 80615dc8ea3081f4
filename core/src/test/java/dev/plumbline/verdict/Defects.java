package dev.plumbline.verdict;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Findings to try things on. */
final class Defects {

    private Defects() {
    }

    /** A finding of the rule {@code leak}. */
    static Finding in(String path, int line, String subject, String text) {
        return of("leak", path, line, subject, text, "`in` stays open");
    }

    static Finding of(String rule, String path, int line, String subject, String text, String message) {
        return new Finding(rule, Severity.WARNING, Confidence.HIGH, new Place(Path.of(path), line, 9, line, 20),
            message,
            List.of(), Optional.empty(), Fingerprint.of(rule, subject, text, 1));
    }

    static Finding with(Finding finding, Severity severity, Confidence confidence) {
        return new Finding(finding.rule(), severity, confidence, finding.place(), finding.message(), finding.trace(),
            finding.edit(), finding.fingerprint());
    }

    /** So many findings of a rule, each on an edited line. */
    static Stream<Introduced> introduced(String rule, int count) {
        return Stream.iterate(1, line -> line + 1).limit(count)
            .map(line -> of(rule, "A.java", line, "shop/A.run", rule + line, "wrong"))
            .map(finding -> new Introduced(finding, Introduced.Where.CHANGED_LINE));
    }

    static Comparison comparison(Stream<Introduced> introduced) {
        return new Comparison(introduced.toList(), List.of(), List.of(), List.of());
    }

    static SortedMap<String, Integer> counts(Object... rulesAndCounts) {
        SortedMap<String, Integer> counts = new TreeMap<>(Comparator.naturalOrder());
        for (int i = 0; i < rulesAndCounts.length; i += 2) {
            counts.put((String) rulesAndCounts[i], (Integer) rulesAndCounts[i + 1]);
        }
        return counts;
    }
}
