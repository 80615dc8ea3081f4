package dev.plumbline.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lies between two revisions. Another kind of line end, white space at the end of a line and another file mode
 * are no difference in a Java file.
 *
 * @param files of Java that differ, in order of their paths at head, deleted ones by their path at base
 * @param others paths of all other files that were added, deleted or have other bytes, in order; a renamed one is
 *     there under both paths
 */
public record Change(Revision base, Revision head, List<FileChange> files, List<String> others) {

    public Change {
        files = List.copyOf(files);
        others = List.copyOf(others);
    }

    /** Reads the contents of Java files that differ, and no others. */
    public static Change between(Revision base, Revision head) {
        List<Delta> deltas = Deltas.between(base, head);
        List<String> others = deltas.stream().filter(delta -> !delta.isJava()).map(Delta::path).toList();
        try (Contents before = base.open(); Contents after = head.open()) {
            List<Delta> java = new Renames(before, after)
                .among(deltas.stream().filter(Delta::isJava).toList());
            return new Change(base, head, files(java, before, after), others);
        }
    }

    /** Paths at head of files of any kind that were added or have other bytes, in order; reads no content. */
    public static List<String> touched(Revision base, Revision head) {
        return Deltas.between(base, head).stream().flatMap(delta -> delta.after().stream()).map(Blob::path).toList();
    }

    private static List<FileChange> files(List<Delta> deltas, Contents base, Contents head) {
        List<FileChange> files = new ArrayList<>();
        MovedBlocks blocks = new MovedBlocks();
        for (Delta delta : deltas) {
            Text before = delta.sameContent() ? Text.EMPTY : text(delta.before(), base);
            Text after = delta.sameContent() ? Text.EMPTY : text(delta.after(), head);
            ChangedLines lines = new ChangedLines(Text.difference(before, after), List.of());
            boolean same =
                lines.hunks().isEmpty() && delta.before().map(Blob::path).equals(delta.after().map(Blob::path));
            if (!same) {
                blocks.add(before, after, lines);
                files.add(file(delta, lines));
            }
        }
        List<List<Integer>> moved = blocks.find();
        List<FileChange> result = new ArrayList<>();
        for (int at = 0; at < files.size(); at++) {
            FileChange file = files.get(at);
            result.add(new FileChange(file.before(), file.after(),
                new ChangedLines(file.lines().hunks(), moved.get(at))));
        }
        return result;
    }

    private static Text text(Optional<Blob> file, Contents contents) {
        return file.map(contents::read).map(Text::of).orElse(Text.EMPTY);
    }

    private static FileChange file(Delta delta, ChangedLines lines) {
        return new FileChange(delta.before().map(Blob::path), delta.after().map(Blob::path), lines);
    }
}
