package dev.plumbline.revision;

import java.util.Optional;

/**
 * A file that differs between two revisions.
 *
 * @param before its path at base; empty for an added one
 * @param after its path at head; empty for a deleted one; another one when it was renamed
 * @param lines which lines the change left alone, added or moved
 */
public record FileChange(Optional<String> before, Optional<String> after, ChangedLines lines) {

    /** At head; for a deleted one at base. */
    public String path() {
        return after.or(() -> before).orElseThrow();
    }

    public boolean isRenamed() {
        return before.isPresent() && after.isPresent() && !before.equals(after);
    }
}
