package dev.plumbline.verdict;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change that people wrote, measured.
 *
 * @param layer what the code was analysed with: {@link HumanChanges#CLASSES} or {@link HumanChanges#MEMORY}
 * @param change which one: {@code com.google.guava:guava 28.0-jre..28.1-jre}, {@code alibaba/nacos 1a2b3c4}
 * @param lines how many lines of code it added or edited
 * @param introduced how many findings it brought in, by rule; rules that found nothing are left out
 */
public record HumanChange(String layer, String change, int lines, SortedMap<String, Integer> introduced)
        implements Comparable<HumanChange> {

    private static final Comparator<HumanChange> ORDER = Comparator.comparing(HumanChange::layer)
        .thenComparing(HumanChange::change);

    public HumanChange {
        HumanChanges.checkLayer(layer);
        HumanChanges.checkField(change, "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*", "name of a change");
        if (lines < 0 || introduced.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("`" + change + "` has less than no lines or findings");
        }
        introduced.keySet().forEach(HumanChanges::checkRule);
        TreeMap<String, Integer> found = new TreeMap<>(introduced);
        found.values().removeIf(count -> count == 0);
        introduced = Collections.unmodifiableSortedMap(found);
    }

    @Override
    public int compareTo(HumanChange other) {
        return ORDER.compare(this, other);
    }
}
