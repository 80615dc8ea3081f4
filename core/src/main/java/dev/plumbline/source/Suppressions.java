package dev.plumbline.source;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.plumbline.finding.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The places where a file asks for silence: {@code @SuppressWarnings("plumbline:RULE")} on a declaration, and
 * {@code // plumbline:ignore RULE -- reason} on the line or the line above it. The annotation's reason is a
 * line comment beside it or right above it. Comments are found in files that do not parse, too.
 */
public final class Suppressions {

    private static final String PREFIX = "plumbline:";
    private static final String COMMENT = PREFIX + "ignore";

    /**
     * One request.
     *
     * @param place where it is written
     * @param rule the rule it names; may be unknown or empty
     * @param reason why; empty when none is given, which makes it void
     * @param firstLine the first line it covers
     * @param lastLine the last line it covers
     */
    public record Suppression(Place place, String rule, String reason, int firstLine, int lastLine) {
    }

    /**
     * All requests of the file, in document order; does not parse a file that never says {@code plumbline:}.
     */
    public static List<Suppression> in(SourceFile source) {
        if (!source.mentions(PREFIX)) {
            return List.of();
        }
        Comments comments = Comments.of(source);
        List<Suppression> all = new ArrayList<>();
        comments.all().stream()
            .filter(comment -> comment.text().startsWith(COMMENT))
            .forEach(comment -> all.add(ofComment(comment, comments)));
        for (AnnotationExpr annotation : source.all(AnnotationExpr.class)) {
            if (annotation.getName().getIdentifier().equals("SuppressWarnings")) {
                addAll(annotation, source, comments, all);
            }
        }
        all.sort(Comparator.comparing(Suppression::place));
        return List.copyOf(all);
    }

    /**
     * A comment beside code covers its own line; a comment on a line of its own covers the next line of code.
     */
    private static Suppression ofComment(Comments.Comment comment, Comments comments) {
        String asked = comment.text().substring(COMMENT.length());
        int dashes = (asked + " ").indexOf(" -- ");
        String rule = (dashes < 0 ? asked : asked.substring(0, dashes)).strip();
        String reason = dashes < 0 ? "" : asked.substring(Math.min(asked.length(), dashes + 4)).strip();
        int line = comment.place().line();
        int last = comments.isCode(line) ? line : comments.nextCode(line);
        return new Suppression(comment.place(), rule, reason, line, last);
    }

    private static void addAll(AnnotationExpr annotation, SourceFile source, Comments comments,
            List<Suppression> all) {
        Place covered = source.place(annotation.getParentNode().orElse(annotation));
        for (StringLiteralExpr literal : literals(annotation)) {
            if (literal.asString().startsWith(PREFIX)) {
                String rule = literal.asString().substring(PREFIX.length()).strip();
                Place place = source.place(literal);
                String reason = reason(source.place(annotation), place, comments);
                all.add(new Suppression(place, rule, reason, covered.line(), covered.endLine()));
            }
        }
    }

    private static List<StringLiteralExpr> literals(AnnotationExpr annotation) {
        List<Expression> values = new ArrayList<>();
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            values.add(single.getMemberValue());
        } else if (annotation instanceof NormalAnnotationExpr normal) {
            normal.getPairs().forEach(pair -> values.add(pair.getValue()));
        }
        return values.stream()
            .flatMap(value -> value instanceof ArrayInitializerExpr array ? array.getValues().stream()
                : List.of(value).stream())
            .filter(StringLiteralExpr.class::isInstance)
            .map(StringLiteralExpr.class::cast)
            .toList();
    }

    /** Beside the literal, else beside the annotation's end, else on the line above the annotation. */
    private static String reason(Place annotation, Place literal, Comments comments) {
        return comments.beside(literal.line())
            .or(() -> comments.beside(annotation.endLine()))
            .or(() -> comments.alone(annotation.line() - 1))
            .filter(text -> !text.startsWith(PREFIX))
            .map(text -> text.startsWith("--") ? text.substring(2).strip() : text)
            .orElse("");
    }

    private Suppressions() {
    }
}
