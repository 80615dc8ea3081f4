package dev.plumbline.verdict;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much a change can have got wrong: the lines of code it added or edited in main sources.
 *
 * @param lines those that were analysed, by layer
 * @param unanalysed those that were not
 */
public record Exposure(SortedMap<String, Integer> lines, int unanalysed) {

    /** One line in so many may go unanalysed. */
    private static final int TOLERATED = 5;

    public Exposure {
        lines.keySet().forEach(HumanChanges::checkLayer);
        if (unanalysed < 0 || lines.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("less than no lines: " + lines + ", unanalysed " + unanalysed);
        }
        TreeMap<String, Integer> some = new TreeMap<>(lines);
        some.values().removeIf(count -> count == 0);
        lines = Collections.unmodifiableSortedMap(some);
    }

    /** The lines that were analysed, on all layers. */
    public int analysed() {
        return lines.values().stream().mapToInt(count -> count).sum();
    }

    /** Why no score can be given; empty when one can. */
    Optional<String> reasonToWithhold() {
        if (analysed() + (long) unanalysed == 0) {
            return Optional.of("No line of main code was changed; there is nothing to score.");
        }
        if ((long) unanalysed * TOLERATED > analysed() + (long) unanalysed) {
            return Optional.of(unanalysed + " of " + (analysed() + (long) unanalysed)
                + " changed lines could not be analysed; with more than a fifth missing no score would be fair.");
        }
        return Optional.empty();
    }
}
