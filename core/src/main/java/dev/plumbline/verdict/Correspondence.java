package dev.plumbline.verdict;

import java.util.Optional;

/** How the lines of two revisions correspond. Paths have forward slashes and are relative to the root. */
public interface Correspondence {

    /** A line of a file; numbers start at 1. */
    record Line(String path, int number) {
    }

    /** Where a line of base is in head; empty when the change edited or deleted it. */
    Optional<Line> after(Line before);

    /** The path at head of a file of base; empty for a deleted one. */
    Optional<String> after(String pathBefore);

    /** Whether the change added or edited a line of head. */
    boolean isChanged(Line after);
}
