package dev.plumbline.program;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.Descriptor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which method of a class a method of its source became: by name and erased descriptor; where the descriptor
 * can not be read off the source, by name, number of parameters and lines.
 */
final class MethodJoin {

    private final TypeNames names;
    private final ClassFile code;
    private final Map<SourceBody, MethodHeader> joined = new IdentityHashMap<>();
    private final List<SourceBody> missing = new ArrayList<>();

    private MethodJoin(TypeNames names, ClassFile code) {
        this.names = names;
        this.code = code;
    }

    static MethodJoin of(SourceType source, ClassFile code, TypeNames names) {
        MethodJoin join = new MethodJoin(names, code);
        List<SourceBody> undecided = new ArrayList<>();
        for (SourceBody method : source.methods()) {
            Optional<Descriptor> descriptor = join.descriptor(method.node());
            Optional<MethodHeader> found =
                descriptor.flatMap(known -> join.byDescriptor(method.node(), known));
            if (found.isPresent()) {
                join.joined.put(method, found.get());
            } else {
                undecided.add(method);
                descriptor.ifPresent(known -> join.missing.add(method));
            }
        }
        undecided.forEach(join::byLines);
        return join;
    }

    /** The code of a method of the source; empty for abstract and missing ones. */
    Optional<MethodCode> code(SourceBody method) {
        return Optional.ofNullable(joined.get(method)).flatMap(this::code);
    }

    /** Methods whose descriptor is known and not in the class, or that have no counterpart at all. */
    List<SourceBody> missing() {
        return missing;
    }

    private Optional<Descriptor> descriptor(Node method) {
        if (method instanceof CallableDeclaration<?> callable) {
            return names.erasure(callable);
        }
        return method.getParentNode()
            .filter(RecordDeclaration.class::isInstance)
            .flatMap(type -> names.erasure((RecordDeclaration) type));
    }

    /**
     * The result decides between a method and its bridges; the package does not, for jars that moved
     * dependencies.
     */
    private Optional<MethodHeader> byDescriptor(Node method, Descriptor descriptor) {
        String name = name(method);
        return code.header().method(name, descriptor)
            .or(() -> find(name, other -> other.parameterText().equals(descriptor.parameterText())))
            .or(() -> find(name, other -> isMoved(descriptor.parameters(), other.parameters())));
    }

    private Optional<MethodHeader> find(String name, Predicate<Descriptor> matching) {
        return code.header().methods().stream()
            .filter(method -> method.name().equals(name) && !method.isSynthetic())
            .filter(method -> matching.test(method.descriptor()))
            .findFirst();
    }

    private static boolean isMoved(List<String> written, List<String> compiled) {
        if (written.size() != compiled.size()) {
            return false;
        }
        for (int at = 0; at < written.size(); at++) {
            String type = written.get(at);
            int name = type.indexOf('L') + 1;
            boolean same = compiled.get(at).equals(type);
            if (!same && (name == 0 || !compiled.get(at).endsWith("/" + type.substring(name)))) {
                return false;
            }
        }
        return true;
    }

    private void byLines(SourceBody method) {
        int written = parameters(method.node());
        boolean constructor = method.node() instanceof ConstructorDeclaration;
        LineSpan lines = LineSpan.of(method.node());
        Optional<MethodHeader> found = code.header().methods().stream()
            .filter(other -> other.name().equals(name(method.node())) && !other.isSynthetic())
            .filter(other -> joined.values().stream().noneMatch(taken -> taken == other))
            .filter(other -> other.descriptor().parameters().size() == written
                || constructor && other.descriptor().parameters().size() > written)
            .filter(other -> code(other).map(LineSpan::of)
                .filter(span -> constructor ? !lines.meets(span) : !lines.contains(span)).isEmpty())
            .findFirst();
        found.ifPresentOrElse(header -> joined.put(method, header), () -> {
            if (!missing.contains(method)) {
                missing.add(method);
            }
        });
    }

    private Optional<MethodCode> code(MethodHeader header) {
        return code.method(header.name(), header.descriptor());
    }

    private static String name(Node method) {
        return method instanceof CallableDeclaration<?> callable && !callable.isConstructorDeclaration()
            ? callable.getNameAsString() : "<init>";
    }

    private static int parameters(Node method) {
        return method instanceof CallableDeclaration<?> callable ? callable.getParameters().size()
            : method.getParentNode().filter(RecordDeclaration.class::isInstance)
                .map(type -> ((RecordDeclaration) type).getParameters().size()).orElse(0);
    }
}
