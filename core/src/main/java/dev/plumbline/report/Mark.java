package dev.plumbline.report;

import dev.plumbline.finding.Place;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A region to underline in a code frame.
 *
 * @param label what stands beside the underline; may be empty
 * @param primary whether it is the place of the finding rather than a step of its trace
 */
record Mark(Place place, String label, boolean primary) {

    private static final int LINES_UNDERLINED = 4;

    boolean startsIn(SourceText text) {
        return 1 <= place.line() && place.line() <= text.lines();
    }

    /** The same without what lies past the end of the text. */
    Mark within(SourceText text) {
        if (place.endLine() <= text.lines()) {
            return this;
        }
        int last = text.lines();
        Place inside = new Place(place.file(), place.line(), place.column(), last, text.length(last) + 1);
        return new Mark(inside, label, primary);
    }

    /** The last line of the region that holds any of it. */
    int lastLine() {
        boolean stopsAtLineStart = place.endLine() > place.line() && place.endColumn() <= 1;
        return Math.max(place.line(), stopsAtLineStart ? place.endLine() - 1 : place.endLine());
    }

    /** Of a long region only the first and the last line. */
    List<Integer> underlinedLines() {
        boolean isShort = lastLine() - place.line() < LINES_UNDERLINED;
        return isShort
            ? IntStream.rangeClosed(place.line(), lastLine()).boxed().toList()
            : List.of(place.line(), lastLine());
    }

    /** The first underlined character of a line, from 0. */
    int from(int line, SourceText text) {
        int from = line == place.line() ? place.column() - 1 : text.margin(line);
        return clamp(from, 0, text.length(line));
    }

    /** The index after the last underlined character of a line. */
    int to(int line, SourceText text) {
        int to = line == place.endLine() ? place.endColumn() - 1 : text.length(line);
        return clamp(to, from(line, text), text.length(line));
    }

    private static int clamp(int value, int least, int most) {
        return Math.min(Math.max(value, least), most);
    }
}
