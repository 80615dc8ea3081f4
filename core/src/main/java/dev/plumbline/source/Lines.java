package dev.plumbline.source;

import java.util.Arrays;

/** Where the lines of a text begin; a line ends with LF, CR or CR LF, as compilers count them. */
final class Lines {

    private final String text;
    private final int[] starts;

    private Lines(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    static Lines of(String text) {
        int[] starts = new int[Math.max(16, text.length() / 24)];
        int count = 0;
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            char character = at == text.length() ? '\n' : text.charAt(at);
            boolean first = character == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (first || character != '\n' && character != '\r') {
                continue;
            }
            if (start < text.length()) {
                starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
                starts[count++] = start;
            }
            start = at + 1;
        }
        return new Lines(text, Arrays.copyOf(starts, count));
    }

    int count() {
        return starts.length;
    }

    /** The line, from 1, that an offset lies on. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : Math.max(1, -found - 1);
    }

    /** The column, from 1, of an offset. */
    int columnAt(int offset) {
        return starts.length == 0 ? 1 : offset - starts[lineAt(offset) - 1] + 1;
    }

    String text(int line) {
        if (line < 1 || line > starts.length) {
            return "";
        }
        int start = starts[line - 1];
        int end = line == starts.length ? text.length() : starts[line];
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    int longest() {
        int longest = 0;
        for (int line = 0; line < starts.length; line++) {
            int end = line + 1 == starts.length ? text.length() : starts[line + 1];
            longest = Math.max(longest, end - starts[line]);
        }
        return longest;
    }
}
