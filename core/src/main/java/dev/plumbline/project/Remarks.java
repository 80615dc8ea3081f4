package dev.plumbline.project;

import dev.plumbline.finding.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers what discovery has to say, with the paths as the report has them. */
final class Remarks {

    private final Path root;
    private final SortedSet<Notice> notices = new TreeSet<>();

    Remarks(Path root) {
        this.root = root;
    }

    void note(String kind, Path file, String message) {
        notices.add(new Notice(Notice.Level.NOTE, kind, message, Optional.of(name(file))));
    }

    void incomplete(String kind, Path file, String message) {
        notices.add(Notice.incomplete(kind, name(file), message));
    }

    /** Relative to the root where it lies below it, with forward slashes. */
    String name(Path file) {
        Path shown = file.startsWith(root) && !file.equals(root) ? root.relativize(file) : file;
        return shown.equals(root) ? "." : shown.toString().replace('\\', '/');
    }

    List<Notice> all() {
        return List.copyOf(notices);
    }
}
