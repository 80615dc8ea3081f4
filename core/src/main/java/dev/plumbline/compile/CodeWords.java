package dev.plumbline.compile;

import java.util.ArrayList;
import java.util.List;

/** The words and signs of a source in order, without comments, literals of text, and numbers. */
final class CodeWords {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private int at;

    static List<String> in(String text) {
        CodeWords code = new CodeWords(text);
        while (code.at < text.length()) {
            code.next();
        }
        return code.words;
    }

    private CodeWords(String text) {
        this.text = text;
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isJavaIdentifierStart(c)) {
            int from = at;
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                at++;
            }
            words.add(text.substring(from, at));
        } else if (Character.isDigit(c)) {
            while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            words.add("0");
        } else if (text.startsWith("//", at)) {
            skipPast("\n");
        } else if (text.startsWith("/*", at)) {
            skipPast("*/");
        } else if (text.startsWith("\"\"\"", at)) {
            at += 3;
            skipPast("\"\"\"");
            words.add("0");
        } else if (c == '"' || c == '\'') {
            literal(c);
        } else {
            if (!Character.isWhitespace(c)) {
                words.add(String.valueOf(c));
            }
            at++;
        }
    }

    private void skipPast(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void literal(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        words.add("0");
    }
}
