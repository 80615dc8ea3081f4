package dev.plumbline.source;

import dev.plumbline.finding.Place;
import java.util.List;

/**
 * The places where a file asks for silence: {@code @SuppressWarnings("plumbline:RULE")} on a declaration, and
 * {@code // plumbline:ignore RULE -- reason} on the line or the line above it.
 */
public final class Suppressions {

    /**
     * One request.
     *
     * @param place where it is written
     * @param rule the rule it names; may be unknown or empty
     * @param reason why; empty when none is given, which makes it void
     * @param firstLine the first line it covers
     * @param lastLine the last line it covers
     */
    public record Suppression(Place place, String rule, String reason, int firstLine, int lastLine) {
    }

    /** All requests of the file, in document order; does not parse a file that never says {@code plumbline:}. */
    public static List<Suppression> in(SourceFile source) {
        throw new UnsupportedOperationException("stub");
    }

    private Suppressions() {
    }
}
