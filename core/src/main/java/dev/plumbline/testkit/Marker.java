package dev.plumbline.testkit;

import java.util.Locale;

/**
 * A comment in a snippet that says what a rule makes of its line.
 *
 * @param line from 1
 * @param text what the message must contain for {@link Kind#BUG}, the reason for the others
 */
public record Marker(Kind kind, int line, String text) {

    /** What is claimed of the line. */
    public enum Kind {
        /** Must be reported, and the message contains the text. */
        BUG,
        /** Must not be reported. */
        FINE,
        /** Should be reported and is not: a known gap. */
        MISSED,
        /** Is reported and should not be: a known false alarm. */
        NOISE;

        /** As it is written before the colon. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the marker is broken unless a finding meets it. */
    boolean expectsFinding() {
        return kind == Kind.BUG || kind == Kind.NOISE;
    }

    boolean isMetBy(String message) {
        return kind == Kind.NOISE || kind == Kind.BUG && message.contains(text);
    }

    @Override
    public String toString() {
        return "// " + kind.word() + ": " + text;
    }
}
