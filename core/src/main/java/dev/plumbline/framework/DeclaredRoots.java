package dev.plumbline.framework;

import dev.plumbline.index.Annotation;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.DataLine;
import dev.plumbline.program.Program;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roots that declarations show: annotated methods, methods of annotated classes, and methods that override what a
 * framework calls. An annotation on the overridden method counts, as Spring MVC and JAX-RS count it.
 */
final class DeclaredRoots {

    private static final MethodLines<Root.Kind> LINES = MethodLines.of(lines(), DeclaredRoots::kind);

    /**
     * A class with what it inherits from, itself left out.
     *
     * @param complete whether all ancestors were found; if not, any method may override one that was not
     */
    private record Type(ClassHeader header, List<ClassName> ancestors, List<ClassHeader> parents,
            List<Annotation> annotations, boolean complete, Set<String> bridges) {

        private Type(ClassHeader header, ClassIndex index) {
            this(header, index.ancestors(header.name()).stream().skip(1).toList(),
                index.ancestors(header.name()).stream().skip(1).flatMap(name -> index.find(name).stream()).toList(),
                index.withMeta(header.annotations()), index.isComplete(header.name()),
                header.methods().stream().filter(MethodHeader::isBridge).map(Type::key).collect(Collectors.toSet()));
        }

        private boolean hasBridgeFor(MethodHeader method) {
            return bridges.contains(key(method));
        }

        private static String key(MethodHeader method) {
            return method.name() + method.descriptor();
        }
    }

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

    private Stream<Root> of(ClassHeader header) {
        Type type = new Type(header, index);
        return header.methods()
            .stream()
            .filter(method -> !method.isAbstract() && !method.isSynthetic() && !method.name().startsWith("<"))
            .flatMap(method -> {
                MethodRef ref = new MethodRef(header.name(), method.name(), method.descriptor());
                return kinds(type, method, ref).stream().map(kind -> new Root(ref, kind));
            });
    }

    private Set<Root.Kind> kinds(Type type, MethodHeader method, MethodRef ref) {
        Set<Root.Kind> kinds = EnumSet.noneOf(Root.Kind.class);
        kinds.addAll(LINES.ofAnnotations(index.withMeta(method.annotations())));
        if (method.isStatic()) {
            kinds.addAll(method.isPublic() ? LINES.byConvention(ref) : List.of());
            return kinds;
        }
        if (method.isPrivate()) {
            return kinds;
        }
        List<MethodHeader> overridden = overridden(type, method);
        overridden.forEach(other -> kinds.addAll(LINES.ofAnnotations(index.withMeta(other.annotations()))));
        if (!overridden.isEmpty() || !type.complete()) {
            kinds.addAll(LINES.nearest(type.ancestors(), ref));
        }
        if (method.isPublic()) {
            kinds.addAll(LINES.ofAnnotatedType(type.annotations(), ref));
        }
        return kinds;
    }

    /** The methods of the ancestors that this one overrides, those of generic types through its bridge. */
    private static List<MethodHeader> overridden(Type type, MethodHeader method) {
        return type.parents()
            .stream()
            .flatMap(parent -> parent.methods().stream())
            .filter(other -> other.name().equals(method.name()) && !other.isStatic() && !other.isPrivate())
            .filter(other -> other.descriptor().equals(method.descriptor()) || bridges(type, method, other))
            .toList();
    }

    private static boolean bridges(Type type, MethodHeader method, MethodHeader other) {
        return !type.bridges().isEmpty() && type.hasBridgeFor(other)
            && other.descriptor().parameters().size() == method.descriptor().parameters().size();
    }
}
