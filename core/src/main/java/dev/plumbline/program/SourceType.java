package dev.plumbline.program;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Source that is compiled to one class: a declaration, an anonymous class or the body of an enum constant.
 */
final class SourceType {

    private final Node node;
    private final List<SourceBody> methods = new ArrayList<>();
    private final List<SourceType> members = new ArrayList<>();
    private final List<SourceType> nameless = new ArrayList<>();
    private Optional<SourceBody> instance = Optional.empty();
    private Optional<SourceBody> fixed = Optional.empty();

    SourceType(Node node) {
        this.node = node;
    }

    Node node() {
        return node;
    }

    /** Empty for anonymous classes and bodies of constants. */
    String name() {
        return node instanceof TypeDeclaration<?> type ? type.getNameAsString() : "";
    }

    /** What runs in every constructor that calls {@code super}. */
    Optional<SourceBody> instance() {
        return instance;
    }

    /** What runs in {@code <clinit>}. */
    Optional<SourceBody> fixed() {
        return fixed;
    }

    /** The body that an initializer adds to; it is known by the first of them. */
    SourceBody initializing(Node initializer, boolean isStatic) {
        if (isStatic) {
            fixed = fixed.or(() -> Optional.of(new SourceBody(initializer)));
            return fixed.get();
        }
        instance = instance.or(() -> Optional.of(new SourceBody(initializer)));
        return instance.get();
    }

    /** Methods and constructors, with and without a body. */
    List<SourceBody> methods() {
        return methods;
    }

    List<SourceType> members() {
        return members;
    }

    /**
     * Local and anonymous classes that no other class inside this one encloses, in the order compilers number
     * them.
     */
    List<SourceType> nameless() {
        return nameless;
    }
}
