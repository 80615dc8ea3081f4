package dev.plumbline.index;

import dev.plumbline.name.ClassName;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;

/** Annotations and those on their own types, and so on: {@code @RestController} is a {@code @Controller}. */
final class MetaAnnotations {

    /** {@code Retention}, {@code Target} and the like are on nearly all annotations and mean no code. */
    private static final String ABOUT_ANNOTATIONS = "java/lang/annotation/";

    private final Function<ClassName, Optional<ClassHeader>> headers;
    private final Consumer<ClassName> missing;

    MetaAnnotations(Function<ClassName, Optional<ClassHeader>> headers, Consumer<ClassName> missing) {
        this.headers = headers;
        this.missing = missing;
    }

    List<Annotation> closure(List<Annotation> annotations) {
        Map<ClassName, Annotation> found = new LinkedHashMap<>();
        Queue<Annotation> open = new ArrayDeque<>(annotations);
        while (!open.isEmpty()) {
            Annotation next = open.remove();
            if (isOfInterest(next) && found.putIfAbsent(next.type(), next) == null) {
                open.addAll(metaOf(next.type()));
            }
        }
        return List.copyOf(found.values());
    }

    private List<Annotation> metaOf(ClassName type) {
        Optional<ClassHeader> header = headers.apply(type);
        if (header.isEmpty()) {
            missing.accept(type);
        }
        return header.map(ClassHeader::annotations).orElse(List.of());
    }

    private static boolean isOfInterest(Annotation annotation) {
        return !annotation.type().internal().startsWith(ABOUT_ANNOTATIONS);
    }
}
