package dev.plumbline.framework;

import dev.plumbline.index.Annotation;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.DataLine;
import dev.plumbline.program.MethodPattern;
import dev.plumbline.program.MethodTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The lines of a data file, each a word for some methods, which it names in one of four ways:
 *
 * <table>
 * <caption>Ways to name methods</caption>
 * <tr><td>{@code a.b.Type#name}</td><td>methods of a type and its subtypes, as {@link MethodPattern} says</td></tr>
 * <tr><td>{@code @a.b.Annotation#name}</td><td>methods of types that carry the annotation</td></tr>
 * <tr><td>{@code #@a.b.Annotation}</td><td>methods that carry the annotation</td></tr>
 * <tr><td>{@code *Audit*#name}</td><td>methods of types whose simple name fits, by convention</td></tr>
 * </table>
 *
 * @param <T> what the word means
 */
final class MethodLines<T> {

    private final MethodTable<T> byType;
    private final MethodTable<T> byTypeAnnotation;
    private final Map<ClassName, List<T>> byAnnotation;
    private final List<MethodTable.Entry<T>> byConvention;

    private MethodLines(MethodTable<T> byType, MethodTable<T> byTypeAnnotation, Map<ClassName, List<T>> byAnnotation,
            List<MethodTable.Entry<T>> byConvention) {
        this.byType = byType;
        this.byTypeAnnotation = byTypeAnnotation;
        this.byAnnotation = byAnnotation;
        this.byConvention = byConvention;
    }

    /** @param word reads the first word of a line, given for messages too */
    static <T> MethodLines<T> of(List<DataLine> lines, BiFunction<String, DataLine, T> word) {
        List<MethodTable.Entry<T>> types = new ArrayList<>();
        List<MethodTable.Entry<T>> annotatedTypes = new ArrayList<>();
        List<MethodTable.Entry<T>> conventions = new ArrayList<>();
        Map<ClassName, List<T>> annotations = new HashMap<>();
        for (DataLine line : lines) {
            T value = word.apply(line.head(), line);
            String methods = line.rest();
            if (methods.startsWith("#@")) {
                annotations.computeIfAbsent(ClassName.of(methods.substring(2)), name -> new ArrayList<>()).add(value);
            } else if (methods.startsWith("@")) {
                annotatedTypes.add(new MethodTable.Entry<>(pattern(methods.substring(1), line), value));
            } else if (methods.startsWith("*")) {
                conventions.add(new MethodTable.Entry<>(pattern(methods, line), value));
            } else {
                types.add(new MethodTable.Entry<>(pattern(methods, line), value));
            }
        }
        return new MethodLines<>(MethodTable.of(types), MethodTable.of(annotatedTypes), annotations, conventions);
    }

    private static MethodPattern pattern(String text, DataLine line) {
        try {
            return MethodPattern.parse(text);
        } catch (IllegalArgumentException e) {
            throw line.wrong(e.getMessage());
        }
    }

    /** What is said of methods that carry these annotations. */
    List<T> ofAnnotations(List<Annotation> annotations) {
        return annotations.stream()
            .flatMap(annotation -> byAnnotation.getOrDefault(annotation.type(), List.of()).stream())
            .toList();
    }

    /** What the nearest of the types says. */
    List<T> nearest(List<ClassName> types, MethodRef method) {
        return byType.nearest(types, method);
    }

    /** What is said of the method as one of a type with these annotations, the first that says anything. */
    List<T> ofAnnotatedType(List<Annotation> annotations, MethodRef method) {
        return byTypeAnnotation.nearest(annotations.stream().map(Annotation::type).toList(), method);
    }

    /** What is said of methods of types with such a name. */
    List<T> byConvention(MethodRef method) {
        String simple = method.owner().simple();
        return byConvention.stream()
            .filter(entry -> fits(entry.pattern().type(), simple))
            .filter(entry -> entry.pattern().exactness(method).isPresent())
            .map(MethodTable.Entry::value)
            .toList();
    }

    private static boolean fits(String glob, String simple) {
        String word = glob.replace("*", "");
        return glob.endsWith("*") ? simple.contains(word) : simple.endsWith(word);
    }
}
