package dev.plumbline.framework;

import dev.plumbline.index.Annotation;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.DataLine;
import dev.plumbline.program.Program;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The roots that declarations show: annotated methods, methods of annotated classes, and methods that override what a
 * framework calls. An annotation on the overridden method counts, as Spring MVC and JAX-RS count it.
 */
final class DeclaredRoots {

    private static final MethodLines<Root.Kind> LINES = MethodLines.of(lines(), DeclaredRoots::kind);

    private final Program program;
    private final ClassIndex index;

    DeclaredRoots(Program program) {
        this.program = program;
        this.index = program.index();
    }

    /** The lines of the data file. */
    static List<DataLine> lines() {
        return DataLine.read(Roots.class, "roots.txt");
    }

    static Root.Kind kind(String word, DataLine line) {
        try {
            return Root.Kind.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw line.wrong("`" + word + "` is no kind of root");
        }
    }

    Stream<Root> find() {
        return program.classes().stream().flatMap(this::of);
    }

    /** What a framework calls on objects of a type, when it is handed one: the kind, for a functional interface. */
    List<Root.Kind> calledOn(ClassName type, MethodRef method) {
        return LINES.nearest(index.ancestors(type), method);
    }

    private Stream<Root> of(ClassHeader type) {
        List<ClassName> types = index.ancestors(type.name());
        List<ClassHeader> parents = types.stream().skip(1).flatMap(parent -> index.find(parent).stream()).toList();
        boolean complete = index.isComplete(type.name());
        List<Annotation> annotations = index.withMeta(type.annotations());
        List<Root> roots = new ArrayList<>();
        for (MethodHeader method : type.methods()) {
            if (method.isAbstract() || method.isSynthetic() || method.name().startsWith("<")) {
                continue;
            }
            MethodRef ref = new MethodRef(type.name(), method.name(), method.descriptor());
            Set<Root.Kind> kinds = EnumSet.noneOf(Root.Kind.class);
            kinds.addAll(LINES.ofAnnotations(index.withMeta(method.annotations())));
            List<MethodHeader> overridden = method.isPrivate() || method.isStatic()
                ? List.of()
                : overridden(type, method, parents);
            overridden.forEach(other -> kinds.addAll(LINES.ofAnnotations(index.withMeta(other.annotations()))));
            if (method.isPublic() && !method.isStatic()) {
                kinds.addAll(LINES.ofAnnotatedType(annotations, ref));
            }
            if (!overridden.isEmpty() || !complete && !method.isPrivate() && !method.isStatic()) {
                kinds.addAll(LINES.nearest(types.subList(1, types.size()), ref));
            }
            if (method.isStatic() && method.isPublic()) {
                kinds.addAll(LINES.byConvention(ref));
            }
            kinds.forEach(kind -> roots.add(new Root(ref, kind)));
        }
        return roots.stream();
    }

    /** The methods of the ancestors that this one overrides, those of generic types through its bridge. */
    private static List<MethodHeader> overridden(ClassHeader type, MethodHeader method, List<ClassHeader> parents) {
        List<MethodHeader> found = new ArrayList<>();
        for (ClassHeader parent : parents) {
            for (MethodHeader other : parent.methods()) {
                boolean same = other.name().equals(method.name()) && !other.isStatic() && !other.isPrivate()
                    && (other.descriptor().equals(method.descriptor()) || bridges(type, method, other));
                if (same) {
                    found.add(other);
                }
            }
        }
        return found;
    }

    private static boolean bridges(ClassHeader type, MethodHeader method, MethodHeader other) {
        Optional<MethodHeader> bridge = type.method(other.name(), other.descriptor());
        return bridge.filter(MethodHeader::isBridge).isPresent()
            && other.descriptor().parameters().size() == method.descriptor().parameters().size();
    }
}
