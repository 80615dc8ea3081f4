package dev.plumbline.compile;

import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ExplicitConstructorCall;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.QualifiedAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.Binding;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.MethodScope;

/**
 * Whether code names something that could not be resolved. The compiler reports an error once, for example at the
 * class whose superclass is missing, and is silent about what follows from it; no code can be generated for either.
 */
final class UnusableCode extends ASTVisitor {

    private boolean found;

    static boolean isIn(AbstractMethodDeclaration method, TypeDeclaration type) {
        UnusableCode visitor = new UnusableCode();
        if (method instanceof ConstructorDeclaration constructor && constructor.constructorCall != null) {
            visitor.check(constructor.constructorCall.binding);
        }
        method.traverse(visitor, type.scope);
        return visitor.found;
    }

    static boolean isIn(FieldDeclaration field, MethodScope scope) {
        UnusableCode visitor = new UnusableCode();
        field.traverse(visitor, scope);
        return visitor.found;
    }

    private boolean check(Binding binding) {
        found |= binding == null || !binding.isValidBinding();
        return !found;
    }

    /** A type of its own, with methods of its own. */
    @Override
    public boolean visit(TypeDeclaration local, BlockScope scope) {
        return false;
    }

    @Override
    public boolean visit(MessageSend call, BlockScope scope) {
        return check(call.binding);
    }

    @Override
    public boolean visit(AllocationExpression creation, BlockScope scope) {
        return check(creation.binding);
    }

    @Override
    public boolean visit(QualifiedAllocationExpression creation, BlockScope scope) {
        return check(creation.binding);
    }

    @Override
    public boolean visit(ExplicitConstructorCall call, BlockScope scope) {
        return check(call.binding);
    }

    @Override
    public boolean visit(FieldReference reference, BlockScope scope) {
        return check(reference.binding);
    }

    @Override
    public boolean visit(SingleNameReference name, BlockScope scope) {
        return check(name.binding);
    }

    @Override
    public boolean visit(QualifiedNameReference name, BlockScope scope) {
        return check(name.binding);
    }
}
