package dev.plumbline.program;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.VoidType;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.util.Optional;

/**
 * What the simple names of types in one compilation unit mean: scope of JLS 6.3 and 6.4.1 read off
 * declarations, imports, the package and the class index. No types of expressions, so no symbol solver.
 */
public final class TypeNames {

    private static final int DEEPEST_BOUND = 16;

    private final TypeScopes scopes;

    private TypeNames(TypeScopes scopes) {
        this.scopes = scopes;
    }

    public static TypeNames of(CompilationUnit unit, ClassIndex index) {
        return new TypeNames(new TypeScopes(unit, index));
    }

    /**
     * What a (possibly qualified) type name means at a node; empty for type variables and unknown names. A
     * name that is imported by itself is known whether or not the index has the class.
     */
    public Optional<ClassName> resolve(String name, Node at) {
        return scopes.find(name, at).flatMap(TypeScopes.Meaning::type);
    }

    /** The erased type descriptor of a type; type variables erase to their bound; unknown names to empty. */
    public Optional<String> erasure(Type type) {
        return erasure(type, 0);
    }

    private Optional<String> erasure(Type type, int depth) {
        if (depth > DEEPEST_BOUND) {
            return Optional.empty();
        }
        if (type instanceof PrimitiveType primitive) {
            return Optional.of(primitive.getType().toDescriptor());
        }
        if (type instanceof VoidType) {
            return Optional.of("V");
        }
        if (type instanceof ArrayType array) {
            return erasure(array.getComponentType(), depth).map(component -> "[" + component);
        }
        if (type instanceof ClassOrInterfaceType named) {
            return scopes.find(named.getNameWithScope(), named).flatMap(meaning -> erasure(meaning, depth));
        }
        if (type instanceof IntersectionType all) {
            return erasure(all.getElements().get(0), depth);
        }
        return type instanceof UnionType any ? erasure(any.getElements().get(0), depth) : Optional.empty();
    }

    private Optional<String> erasure(TypeScopes.Meaning meaning, int depth) {
        if (meaning.variable().isEmpty()) {
            return meaning.type().map(TypeNames::descriptor);
        }
        NodeList<ClassOrInterfaceType> bounds = meaning.variable().get().getTypeBound();
        return bounds.isEmpty()
            ? Optional.of(descriptor(ClassName.OBJECT))
            : erasure(bounds.get(0), depth + 1);
    }

    /**
     * The erased descriptor as the compiler writes it, with the extra parameters of inner and enum
     * constructors.
     */
    public Optional<Descriptor> erasure(CallableDeclaration<?> method) {
        if (method instanceof MethodDeclaration plain) {
            return erasure(plain.getType()).flatMap(result -> descriptor("", plain.getParameters(), result));
        }
        ConstructorDeclaration constructor = (ConstructorDeclaration) method;
        return hidden(constructor).flatMap(hidden -> descriptor(hidden, constructor.getParameters(), "V"));
    }

    /** The descriptor of the canonical constructor. */
    public Optional<Descriptor> erasure(RecordDeclaration type) {
        return descriptor("", type.getParameters(), "V");
    }

    private Optional<Descriptor> descriptor(String hidden, NodeList<Parameter> parameters, String result) {
        StringBuilder text = new StringBuilder("(").append(hidden);
        for (Parameter parameter : parameters) {
            Optional<String> type = erasure(parameter.getType());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            text.append(parameter.isVarArgs() ? "[" : "").append(type.get());
        }
        return Optional.of(new Descriptor(text.append(')').append(result).toString()));
    }

    /**
     * The parameters that the compiler puts before those of a constructor. Empty, as in not known, for local
     * classes: what they capture is passed as well.
     */
    private Optional<String> hidden(ConstructorDeclaration constructor) {
        Optional<Node> type = constructor.getParentNode();
        if (type.filter(EnumDeclaration.class::isInstance).isPresent()) {
            return Optional.of("Ljava/lang/String;I");
        }
        if (type.filter(RecordDeclaration.class::isInstance).isPresent()) {
            return Optional.of("");
        }
        Node around = type.flatMap(Node::getParentNode).orElse(constructor);
        boolean isStatic = type.get() instanceof ClassOrInterfaceDeclaration plain && plain.isStatic();
        if (around instanceof CompilationUnit || isStatic || TypeScopes.hasStaticMembers(around)) {
            return Optional.of("");
        }
        return around instanceof TypeDeclaration<?> outer
            ? scopes.binaryName(outer).map(TypeNames::descriptor)
            : Optional.empty();
    }

    /** The binary name of the type declaration that encloses the node, anonymous and local ones left out. */
    public Optional<ClassName> enclosing(Node node) {
        Optional<Node> around = Optional.of(node);
        while (around.isPresent()) {
            if (around.get() instanceof TypeDeclaration<?> type && scopes.binaryName(type).isPresent()) {
                return scopes.binaryName(type);
            }
            around = around.get().getParentNode();
        }
        return Optional.empty();
    }

    private static String descriptor(ClassName type) {
        return "L" + type.internal() + ";";
    }
}
