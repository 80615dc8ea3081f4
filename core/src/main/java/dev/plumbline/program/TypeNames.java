package dev.plumbline.program;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.type.Type;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.util.Optional;

/**
 * What the simple names of types in one compilation unit mean: scope of JLS 6.3 and 6.4.1 read off declarations,
 * imports, the package and the class index. No types of expressions, so no symbol solver.
 */
public final class TypeNames {

    public static TypeNames of(CompilationUnit unit, ClassIndex index) {
        throw new UnsupportedOperationException("stub");
    }

    /** What a (possibly qualified) type name means at a node; empty for type variables and unknown names. */
    public Optional<ClassName> resolve(String name, Node at) {
        throw new UnsupportedOperationException("stub");
    }

    /** The erased type descriptor of a type; type variables erase to their bound; unknown names to empty. */
    public Optional<String> erasure(Type type) {
        throw new UnsupportedOperationException("stub");
    }

    /** The erased descriptor as the compiler writes it, with the extra parameters of inner and enum constructors. */
    public Optional<Descriptor> erasure(CallableDeclaration<?> method) {
        throw new UnsupportedOperationException("stub");
    }

    /** The binary name of the type declaration that encloses the node, anonymous and local ones left out. */
    public Optional<ClassName> enclosing(Node node) {
        throw new UnsupportedOperationException("stub");
    }
}
