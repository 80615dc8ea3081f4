package dev.plumbline.framework;

import dev.plumbline.index.Annotation;
import dev.plumbline.name.ClassName;
import dev.plumbline.program.DataLine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code beans.txt} says, a word a line:
 *
 * <table>
 * <caption>Words</caption>
 * <tr><td>{@code one @A}, {@code one Type}</td><td>the container makes one object of the class and shares it</td></tr>
 * <tr><td>{@code each @A}</td><td>the container makes objects of the class as it needs them</td></tr>
 * <tr><td>{@code scope @A}</td><td>turns {@code one} into {@code each}; with {@code unless singleton application} only
 * when the annotation names a scope that is none of these</td></tr>
 * <tr><td>{@code makes @A}</td><td>what a method with the annotation returns is a bean</td></tr>
 * </table>
 */
final class BeanLines {

    private static final BeanLines SHIPPED = of(lines());

    private final Map<String, Set<ClassName>> words = new HashMap<>();
    private final Map<ClassName, Set<String>> sharedScopes = new HashMap<>();

    private BeanLines() {
    }

    static BeanLines shipped() {
        return SHIPPED;
    }

    /** The lines of the data file. */
    static List<DataLine> lines() {
        return DataLine.read(Beans.class, "beans.txt");
    }

    static BeanLines of(List<DataLine> lines) {
        BeanLines beans = new BeanLines();
        for (DataLine line : lines) {
            String[] parts = line.rest().split(" unless ");
            boolean annotation = parts[0].startsWith("@");
            ClassName name = ClassName.of(annotation ? parts[0].substring(1) : parts[0]);
            String word = line.head();
            if (!Set.of("one", "each", "scope", "makes").contains(word) || !annotation && !word.equals("one")) {
                throw line.wrong("expected one, each, scope or makes and an annotation");
            }
            beans.words.computeIfAbsent(annotation ? word + " @" : word, key -> new HashSet<>()).add(name);
            if (parts.length > 1) {
                beans.sharedScopes.put(name, Set.copyOf(Arrays.asList(parts[1].split(" +"))));
            }
        }
        return beans;
    }

    boolean isOne(List<Annotation> annotations) {
        return any("one @", annotations);
    }

    /** Whether a container takes one object of such a type to serve all: the type's ancestors decide. */
    boolean isOneByType(List<ClassName> types) {
        return types.stream().anyMatch(words.getOrDefault("one", Set.of())::contains);
    }

    boolean isEach(List<Annotation> annotations) {
        return any("each @", annotations);
    }

    boolean makes(List<Annotation> annotations) {
        return any("makes @", annotations);
    }

    boolean isScoped(List<Annotation> annotations) {
        return annotations.stream().anyMatch(annotation -> words.getOrDefault("scope @", Set.of())
            .contains(annotation.type()) && !isShared(annotation));
    }

    private boolean isShared(Annotation annotation) {
        Set<String> shared = sharedScopes.get(annotation.type());
        return shared != null && Stream.of("value", "scopeName")
            .flatMap(member -> annotation.texts(member).stream())
            .allMatch(scope -> scope.isEmpty() || shared.contains(scope));
    }

    private boolean any(String word, List<Annotation> annotations) {
        Set<ClassName> types = words.getOrDefault(word, Set.of());
        return annotations.stream().anyMatch(annotation -> types.contains(annotation.type()));
    }
}
