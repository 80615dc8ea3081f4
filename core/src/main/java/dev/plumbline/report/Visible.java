package dev.plumbline.report;

import java.util.Locale;

/**
 * A text made safe to print on a terminal: tabs become spaces, and every character that a terminal would obey
 * rather than show, or that reorders its neighbours, becomes its number. Source under scan is not trusted: it
 * must not move the cursor, set the window's title or read backwards.
 */
final class Visible {

    private static final int TAB = 4;

    private final StringBuilder shown = new StringBuilder();
    private final int[] columns;

    private Visible(String text) {
        columns = new int[text.length() + 1];
        int column = 0;
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            for (int i = at; i < next; i++) {
                columns[i] = column;
            }
            column += show(character, column);
            at = next;
        }
        columns[text.length()] = column;
    }

    static Visible of(String text) {
        return new Visible(text);
    }

    /** A text of one line: runs of white space, line ends among them, become one space. */
    static String line(String text) {
        return of(Prose.oneLine(text)).text();
    }

    String text() {
        return shown.toString();
    }

    /** How many terminal columns lie before a character, counted from 0 in the text it was made of. */
    int column(int index) {
        return columns[index];
    }

    private int show(int character, int column) {
        if (character == '\t') {
            int spaces = TAB - column % TAB;
            shown.append(" ".repeat(spaces));
            return spaces;
        }
        if (isUnsafe(character)) {
            String number = String.format(Locale.ROOT, "<U+%04X>", character);
            shown.append(number);
            return number.length();
        }
        shown.appendCodePoint(character);
        return width(character);
    }

    private static boolean isUnsafe(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Approximate, as terminals are: only the carets depend on it. */
    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = within(character, 0x1100, 0x115F) || within(character, 0x2E80, 0xA4CF)
            || within(character, 0xAC00, 0xD7A3) || within(character, 0xF900, 0xFAFF)
            || within(character, 0xFE30, 0xFE6F) || within(character, 0xFF00, 0xFF60)
            || within(character, 0xFFE0, 0xFFE6) || within(character, 0x1F300, 0x1F64F)
            || within(character, 0x1F900, 0x1F9FF) || within(character, 0x20000, 0x3FFFD);
        return wide ? 2 : 1;
    }

    private static boolean within(int character, int first, int last) {
        return first <= character && character <= last;
    }
}
