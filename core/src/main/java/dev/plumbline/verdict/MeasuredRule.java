package dev.plumbline.verdict;

import java.util.Comparator;

/**
 * A rule that was run over all human changes of a layer.
 *
 * @param digest of the rule as it was then: the measurement tells nothing about a rule that was changed since
 */
public record MeasuredRule(String id, String digest, String layer) implements Comparable<MeasuredRule> {

    private static final Comparator<MeasuredRule> ORDER = Comparator.comparing(MeasuredRule::layer)
        .thenComparing(MeasuredRule::id);

    public MeasuredRule {
        HumanChanges.checkRule(id);
        HumanChanges.checkField(digest, "[^\\p{Cntrl}\\s]+", "digest");
        HumanChanges.checkLayer(layer);
    }

    @Override
    public int compareTo(MeasuredRule other) {
        return ORDER.compare(this, other);
    }
}
