package dev.plumbline.report;

/**
 * The left margin of code frames, with line numbers.
 *
 * @param width of the numbers
 */
record Gutter(int width, Paint paint) {

    private static final int NARROWEST = 3;

    /** As wide as the number of a line needs. */
    static Gutter upTo(int line, Paint paint) {
        return new Gutter(Math.max(NARROWEST, Integer.toString(line).length()), paint);
    }

    String code(int line, String text) {
        String number = Integer.toString(line);
        return row(" ".repeat(width - number.length()) + number, text);
    }

    String note(String text) {
        return row(" ".repeat(width), text);
    }

    String gap() {
        return paint.faint(" ".repeat(width - 1) + "...");
    }

    /** @param tip {@code -->} before the first place of a finding, {@code :::} before a further one */
    String arrow(String tip, String place) {
        return " ".repeat(width - 1) + paint.faint(tip) + " " + place;
    }

    private String row(String margin, String text) {
        return (" " + paint.faint(margin + " |") + " " + text).stripTrailing();
    }
}
