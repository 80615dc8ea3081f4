package dev.plumbline.source;

/**
 * A light scan over the tokens of a Java text: comments, literals, words and single characters. It never
 * fails: what is not closed ends with the line or the file. Used where parsing would be too slow or the text
 * does not parse.
 */
final class Lexer {

    /** What a token is. */
    enum Kind {
        WORD, NUMBER, STRING, LINE_COMMENT, BLOCK_COMMENT, SYMBOL, END
    }

    private final String text;
    private int start;
    private int end;

    Lexer(String text) {
        this.text = text;
    }

    /** Where the last token begins. */
    int start() {
        return start;
    }

    /** Just after the last token. */
    int end() {
        return end;
    }

    /** Goes on from an earlier {@link #end}. */
    void back(int earlierEnd) {
        end = earlierEnd;
    }

    /** The first character of the last token; 0 at the end of the text. */
    char first() {
        return start < text.length() ? text.charAt(start) : 0;
    }

    boolean is(String word) {
        return end - start == word.length() && text.startsWith(word, start);
    }

    String token() {
        return text.substring(start, end);
    }

    /** The next token that is not a comment. */
    Kind nextCode() {
        Kind kind = next();
        while (kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT) {
            kind = next();
        }
        return kind;
    }

    Kind next() {
        int length = text.length();
        int at = end;
        while (at < length && text.charAt(at) <= ' ') {
            at++;
        }
        start = at;
        if (at == length) {
            end = at;
            return Kind.END;
        }
        char first = text.charAt(at);
        if (isWordStart(first)) {
            end = endOfWord(at + 1);
            return Kind.WORD;
        }
        if (first >= '0' && first <= '9') {
            end = endOfWord(at + 1);
            return Kind.NUMBER;
        }
        if (first == '"') {
            end = text.startsWith("\"\"\"", at) ? endOfBlock(at + 3) : endOfLiteral(at + 1, '"');
            return Kind.STRING;
        }
        if (first == '\'') {
            end = endOfLiteral(at + 1, '\'');
            return Kind.STRING;
        }
        if (first == '/' && text.startsWith("//", at)) {
            end = endOfLine(at);
            return Kind.LINE_COMMENT;
        }
        if (first == '/' && text.startsWith("/*", at)) {
            int close = text.indexOf("*/", at + 2);
            end = close < 0 ? length : close + 2;
            return Kind.BLOCK_COMMENT;
        }
        end = at + 1;
        return Kind.SYMBOL;
    }

    private static boolean isWordStart(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z'
            || character == '_' || character == '$'
            || character > 127 && Character.isJavaIdentifierPart(character);
    }

    private int endOfWord(int from) {
        int at = from;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (!isWordStart(character) && (character < '0' || character > '9')) {
                return at;
            }
            at++;
        }
        return at;
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private int endOfLiteral(int from, char quote) {
        for (int at = from; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == quote) {
                return at + 1;
            }
            if (character == '\n' || character == '\r') {
                return at;
            }
            if (character == '\\') {
                at++;
            }
        }
        return text.length();
    }

    private int endOfBlock(int from) {
        for (int at = from; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\\') {
                at++;
            } else if (character == '"' && text.startsWith("\"\"\"", at)) {
                return at + 3;
            }
        }
        return text.length();
    }
}
