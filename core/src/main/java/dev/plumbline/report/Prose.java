package dev.plumbline.report;

/** The Markdown of a rule's documentation, shortened for places that hold a line of text. */
final class Prose {

    private Prose() {
    }

    /** Runs of white space become one space. */
    static String oneLine(String markdown) {
        return markdown.strip().replaceAll("\\s+", " ");
    }

    /** The first sentence of the first paragraph, on one line. */
    static String firstSentence(String markdown) {
        String paragraph = oneLine(markdown.strip().split("\\R[ \\t]*\\R", 2)[0]);
        boolean code = false;
        for (int i = 0; i < paragraph.length(); i++) {
            code ^= paragraph.charAt(i) == '`';
            if (!code && endsSentence(paragraph, i)) {
                return paragraph.substring(0, i + 1);
            }
        }
        return paragraph;
    }

    /** At most so many characters, shortened between two words. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        String room = text.substring(0, most - 3);
        int space = room.lastIndexOf(' ');
        return (space > most / 2 ? room.substring(0, space) : room) + "...";
    }

    /** A full stop before a small letter, or in {@code e.g.}, belongs to an abbreviation. */
    private static boolean endsSentence(String text, int at) {
        if (".!?".indexOf(text.charAt(at)) < 0) {
            return false;
        }
        if (at + 1 == text.length()) {
            return true;
        }
        boolean abbreviates = at >= 2 && text.charAt(at - 2) == '.';
        return !abbreviates && text.charAt(at + 1) == ' ' && !Character.isLowerCase(text.charAt(at + 2));
    }
}
