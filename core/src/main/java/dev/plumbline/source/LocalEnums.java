package dev.plumbline.source;

import com.github.javaparser.Position;
import com.github.javaparser.Problem;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Enums that a method declares, which Java has since release 16 (JLS 14.3) and JavaParser 3.28 does not know: it takes
 * the word for a type and stops at the name. They are blanked, so that the rest of the file keeps its tree and its
 * columns.
 */
final class LocalEnums {

    private static final Pattern WORD = Pattern.compile("\\benum\\s+$");
    private static final int LONGEST = 40;

    /** What a brace may be inside of: comments, text blocks, strings and characters. */
    private static final Pattern PIECE = Pattern.compile("//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\""
        + "|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'|[{}]", Pattern.DOTALL);

    private LocalEnums() {
    }

    /** The text without the one the parser stopped at; empty when it stopped at something else. */
    static Optional<String> without(Problem problem, String text) {
        return problem.getLocation()
            .flatMap(TokenRange::toRange)
            .map((Range range) -> offset(range.begin, text))
            .flatMap(name -> start(name, text))
            .flatMap(start -> end(start, text).map(end -> blank(start, end, text)));
    }

    /** Where the word before the name begins. */
    private static Optional<Integer> start(int name, String text) {
        int from = Math.max(0, name - LONGEST);
        Matcher word = WORD.matcher(text.substring(from, name));
        return word.find() ? Optional.of(from + word.start()) : Optional.empty();
    }

    private static int offset(Position position, String text) {
        int start = 0;
        for (int line = 1; line < position.line; line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return Math.min(start + position.column - 1, text.length());
    }

    /** Behind the brace that closes the first one that opens. */
    private static Optional<Integer> end(int start, String text) {
        Matcher piece = PIECE.matcher(text).region(start, text.length());
        int depth = 0;
        while (piece.find()) {
            if (piece.group().equals("{")) {
                depth++;
            } else if (piece.group().equals("}") && --depth == 0) {
                return Optional.of(piece.end());
            }
        }
        return Optional.empty();
    }

    private static String blank(int start, int end, String text) {
        return text.substring(0, start) + text.substring(start, end).replaceAll("[^\\n\\r\\t]", " ")
            + text.substring(end);
    }
}
