package dev.plumbline.source;

import dev.plumbline.finding.Place;
import dev.plumbline.source.Lexer.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The line comments of a file and which of its lines hold code, read off the tokens. */
final class Comments {

    /** @param text without slashes and margins */
    record Comment(Place place, String text) {
    }

    private final List<Comment> comments = new ArrayList<>();
    private final BitSet code = new BitSet();

    private Comments() {
    }

    static Comments of(SourceFile source) {
        Comments found = new Comments();
        Lines lines = Lines.of(source.text());
        Lexer lexer = new Lexer(source.text());
        for (Kind kind = lexer.next(); kind != Kind.END; kind = lexer.next()) {
            int line = lines.lineAt(lexer.start());
            if (kind == Kind.LINE_COMMENT) {
                int column = lines.columnAt(lexer.start());
                int end = column + lexer.end() - lexer.start();
                Place place = new Place(source.path(), line, column, line, end);
                found.comments.add(new Comment(place, lexer.token().substring(2).strip()));
            } else if (kind != Kind.BLOCK_COMMENT) {
                found.code.set(line, lines.lineAt(lexer.end() - 1) + 1);
            }
        }
        return found;
    }

    List<Comment> all() {
        return comments;
    }

    BitSet code() {
        return (BitSet) code.clone();
    }

    boolean isCode(int line) {
        return code.get(line);
    }

    /** The first line of code after a line; the line itself when none follows. */
    int nextCode(int line) {
        int next = code.nextSetBit(line + 1);
        return next < 0 ? line : next;
    }

    /** The text of the comment at the end of a line of code. */
    Optional<String> beside(int line) {
        return isCode(line) ? on(line) : Optional.empty();
    }

    /** The text of the comment that has a line to itself. */
    Optional<String> alone(int line) {
        return isCode(line) ? Optional.empty() : on(line);
    }

    private Optional<String> on(int line) {
        return comments.stream()
            .filter(comment -> comment.place().line() == line)
            .map(Comment::text)
            .filter(text -> !text.isEmpty())
            .findFirst();
    }
}
