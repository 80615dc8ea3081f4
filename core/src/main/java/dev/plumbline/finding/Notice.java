package dev.plumbline.finding;

import java.util.Comparator;
import java.util.Optional;

/**
 * Something the report must say about the scan itself; never a finding.
 *
 * @param kind a stable kebab-case word: {@code stale-classes}, {@code unparsable-source}, {@code rule-crashed}
 * @param message one sentence that names what happened and what to do
 * @param file the file concerned, with forward slashes, relative to the root of the scan where it lies below it
 */
public record Notice(Level level, String kind, String message, Optional<String> file)
        implements Comparable<Notice> {

    private static final Comparator<Notice> ORDER = Comparator.comparing(Notice::level).reversed()
        .thenComparing(Notice::kind)
        .thenComparing(notice -> notice.file().orElse(""))
        .thenComparing(Notice::message);

    /** Whether something was left out of the analysis. */
    public enum Level {
        /** Worth knowing; everything was analysed. */
        NOTE,
        /** Something was not analysed, or with less than was asked for: the scan is incomplete. */
        INCOMPLETE
    }

    public static Notice note(String kind, String message) {
        return new Notice(Level.NOTE, kind, message, Optional.empty());
    }

    public static Notice incomplete(String kind, String file, String message) {
        return new Notice(Level.INCOMPLETE, kind, message, Optional.of(file));
    }

    public static Notice incomplete(String kind, String message) {
        return new Notice(Level.INCOMPLETE, kind, message, Optional.empty());
    }

    @Override
    public int compareTo(Notice other) {
        return ORDER.compare(this, other);
    }
}
