package dev.plumbline.revision;

import java.util.List;

/**
 * What lies between two revisions.
 *
 * @param files that differ, in order of their paths at head, deleted ones by their path at base
 */
public record Change(Revision base, Revision head, List<FileChange> files) {

    public Change {
        files = List.copyOf(files);
    }
}
