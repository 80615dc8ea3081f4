package dev.plumbline.compile;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.ClassScope;
import org.eclipse.jdt.internal.compiler.lookup.CompilationUnitScope;

/** All types that a unit declares, outer ones first: top level, nested, local and anonymous. */
final class DeclaredTypes extends ASTVisitor {

    private final List<TypeDeclaration> types = new ArrayList<>();

    static List<TypeDeclaration> in(CompilationUnitDeclaration unit) {
        DeclaredTypes visitor = new DeclaredTypes();
        if (unit.scope != null) {
            unit.traverse(visitor, unit.scope, false);
        }
        return visitor.types;
    }

    @Override
    public boolean visit(TypeDeclaration type, CompilationUnitScope scope) {
        return types.add(type);
    }

    @Override
    public boolean visit(TypeDeclaration type, ClassScope scope) {
        return types.add(type);
    }

    @Override
    public boolean visit(TypeDeclaration type, BlockScope scope) {
        return types.add(type);
    }
}
