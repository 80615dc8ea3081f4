package dev.plumbline.report;

/** A text by lines. A line ends at {@code \n}, {@code \r\n} or {@code \r}, as the Java language has it. */
final class SourceText {

    private final String text;
    private final int[] starts;

    private SourceText(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    static SourceText of(String text) {
        int[] starts = new int[1 + lineEnds(text)];
        int line = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text, i)) {
                starts[++line] = i + 1;
            }
        }
        return new SourceText(text, starts);
    }

    int lines() {
        return starts.length;
    }

    /** How many characters the line has, without its end. */
    int length(int line) {
        return end(line) - starts[line - 1];
    }

    /** A stretch of a line, so that a line of many megabytes is never copied whole. */
    String slice(int line, int from, int to) {
        int start = starts[line - 1];
        return text.substring(start + from, start + to);
    }

    /** The index itself, or the one before it where it would cut a character of two units in half. */
    int whole(int line, int index) {
        int at = starts[line - 1] + index;
        boolean inside = index > 0 && index < length(line)
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return inside ? index - 1 : index;
    }

    /**
     * The first character of the line, from 0, that is neither space nor tab; the line's length if there is
     * none.
     */
    int margin(int line) {
        int start = starts[line - 1];
        int end = end(line);
        int at = start;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at - start;
    }

    boolean isBlank(int line) {
        return margin(line) == length(line);
    }

    private int end(int line) {
        if (line == starts.length) {
            return text.length();
        }
        int terminator = starts[line] - 1;
        boolean two = text.charAt(terminator) == '\n' && terminator > starts[line - 1]
            && text.charAt(terminator - 1) == '\r';
        return two ? terminator - 1 : terminator;
    }

    private static int lineEnds(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (endsLine(text, i)) {
                count++;
            }
        }
        return count;
    }

    private static boolean endsLine(String text, int at) {
        char c = text.charAt(at);
        return c == '\n' || c == '\r' && !(at + 1 < text.length() && text.charAt(at + 1) == '\n');
    }
}
