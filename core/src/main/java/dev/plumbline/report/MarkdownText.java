package dev.plumbline.report;

import java.util.List;

/**
 * Text that comes from code, made safe to stand in GitHub's Markdown: it shows as what it is and does nothing. It makes
 * no link, calls nobody's name, starts no list or heading and ends no block that it stands in.
 */
final class MarkdownText {

    private static final int LONGEST = 500;
    private static final int SHORTEST_FENCE = 3;
    /** Takes up no room and keeps a host from seeing a name, an issue or an address. */
    private static final char BREAK = '\u200b';
    private static final String ESCAPED = "\\*_[]<>~|";

    private MarkdownText() {
    }

    /**
     * A message on one line; what stands between backticks is code. It must not be the first thing on its line, where
     * any text could be a list.
     */
    static String prose(String message) {
        String text = Visible.line(Prose.cut(Prose.oneLine(message), LONGEST));
        StringBuilder safe = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('`', at);
            int close = open < 0 ? -1 : text.indexOf('`', open + 1);
            if (close < 0) {
                escape(text.substring(at), safe);
                return safe.toString();
            }
            escape(text.substring(at, open), safe);
            if (close == open + 1) {
                escape("``", safe);
            } else {
                safe.append(endsWithCode(safe) ? " " : "").append(code(text.substring(open + 1, close)));
            }
            at = close + 1;
        }
        return safe.toString();
    }

    /** A message as an item of a list, whatever it begins with. */
    static String item(String message) {
        return "- " + BREAK + prose(message) + "\n";
    }

    /** Code on one line. */
    static String code(String code) {
        String text = Visible.line(Prose.cut(Prose.oneLine(code), LONGEST));
        if (text.isEmpty()) {
            return "(empty)";
        }
        String fence = "`".repeat(1 + longestRun(text));
        String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + pad + text + pad + fence;
    }

    /** Lines of a code frame, or of anything, as they are; each is cut where it is very long. */
    static String fenced(String language, List<String> lines) {
        String text = String.join("\n", lines.stream().map(MarkdownText::cut).toList());
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, 1 + longestRun(text)));
        return fence + language + "\n" + text + "\n" + fence + "\n";
    }

    private static String cut(String line) {
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "...";
    }

    private static boolean endsWithCode(StringBuilder text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == '`';
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** An escaped backtick would still end a code span; as an entity it ends none. */
    private static void escape(String text, StringBuilder safe) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '`' -> safe.append("&#96;");
                case '&' -> safe.append("&amp;");
                case '$' -> safe.append("<span>$</span>"); // else two of them are a formula
                case '@', '#' -> safe.append(c).append(BREAK);
                case ':', '.', '-' -> safe.append(startsLink(text, i) ? BREAK + "" + c : "" + c);
                default -> safe.append(ESCAPED.indexOf(c) < 0 ? "" : "\\").append(c);
            }
        }
    }

    /** {@code http://}, {@code www.} and {@code GH-1} are links without any brackets. */
    private static boolean startsLink(String text, int at) {
        return text.startsWith("://", at)
            || text.regionMatches(true, at - 3, "www.", 0, 4)
            || text.regionMatches(true, at - 2, "GH-", 0, 3);
    }
}
