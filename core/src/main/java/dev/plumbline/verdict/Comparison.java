package dev.plumbline.verdict;

import dev.plumbline.finding.Finding;
import java.util.List;

/**
 * What became of the findings of base at head. Each finding of base is in one of {@code fixed} and {@code unchanged},
 * each of head in one of {@code introduced}, {@code unchanged} and {@code unseenBefore}; all lists are sorted.
 *
 * @param introduced what the change brought in
 * @param fixed what is there no more
 * @param unchanged what was there before and still is
 * @param unseenBefore what stands on lines as old as base, in code that base could not be analysed as well with: nobody
 *     knows whether it is new, so nobody is blamed for it
 */
public record Comparison(List<Introduced> introduced, List<Finding> fixed, List<Kept> unchanged,
        List<Finding> unseenBefore) {

    /** One defect in two revisions. */
    public record Kept(Finding before, Finding after) implements Comparable<Kept> {

        @Override
        public int compareTo(Kept other) {
            return after.compareTo(other.after);
        }
    }

    public Comparison {
        introduced = introduced.stream().sorted().toList();
        fixed = fixed.stream().sorted().toList();
        unchanged = unchanged.stream().sorted().toList();
        unseenBefore = unseenBefore.stream().sorted().toList();
    }
}
