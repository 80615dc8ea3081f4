package dev.plumbline.program;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;

/** Source that is compiled to one class: a declaration, an anonymous class or the body of an enum constant. */
final class SourceType {

    private final Node node;
    private final SourceBody instance;
    private final SourceBody fixed;
    private final List<SourceBody> methods = new ArrayList<>();
    private final List<SourceType> members = new ArrayList<>();
    private final List<SourceType> nameless = new ArrayList<>();

    SourceType(Node node) {
        this.node = node;
        this.instance = new SourceBody(node);
        this.fixed = new SourceBody(node);
    }

    Node node() {
        return node;
    }

    /** Empty for anonymous classes and bodies of constants. */
    String name() {
        return node instanceof TypeDeclaration<?> type ? type.getNameAsString() : "";
    }

    /** What runs in every constructor that calls {@code super}. */
    SourceBody instance() {
        return instance;
    }

    /** What runs in {@code <clinit>}. */
    SourceBody fixed() {
        return fixed;
    }

    /** Methods and constructors, with and without a body. */
    List<SourceBody> methods() {
        return methods;
    }

    List<SourceType> members() {
        return members;
    }

    /** Local and anonymous classes that no other class inside this one encloses, in the order compilers number them. */
    List<SourceType> nameless() {
        return nameless;
    }
}
