package dev.plumbline.compile;

import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.BinaryExpression;
import org.eclipse.jdt.internal.compiler.ast.CastExpression;
import org.eclipse.jdt.internal.compiler.ast.ConditionalExpression;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ExplicitConstructorCall;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.ast.LocalDeclaration;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.QualifiedAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.ReferenceExpression;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.ast.SwitchExpression;
import org.eclipse.jdt.internal.compiler.ast.SwitchStatement;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.Binding;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.MethodScope;

/**
 * Whether code names something that could not be resolved. The compiler reports an error once, for example at
 * the class whose superclass is missing, and is silent about what follows from it; no code can be generated
 * for either.
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

    private boolean checkType(Expression expression) {
        return check(expression.resolvedType);
    }

    /** A type of its own, with methods of its own. */
    @Override
    public boolean visit(TypeDeclaration local, BlockScope scope) {
        return false;
    }

    @Override
    public boolean visit(MessageSend call, BlockScope scope) {
        return check(call.binding) && checkType(call);
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

    @Override
    public boolean visit(LocalDeclaration variable, BlockScope scope) {
        return check(variable.binding) && check(variable.binding.type);
    }

    @Override
    public boolean visit(ConditionalExpression expression, BlockScope scope) {
        return checkType(expression);
    }

    @Override
    public boolean visit(BinaryExpression expression, BlockScope scope) {
        return checkType(expression);
    }

    @Override
    public boolean visit(CastExpression expression, BlockScope scope) {
        return checkType(expression);
    }

    @Override
    public boolean visit(ReferenceExpression expression, BlockScope scope) {
        return checkType(expression);
    }

    @Override
    public boolean visit(LambdaExpression expression, BlockScope scope) {
        return checkType(expression);
    }

    @Override
    public boolean visit(SwitchExpression expression, BlockScope scope) {
        return checkType(expression) && checkType(expression.expression);
    }

    @Override
    public boolean visit(SwitchStatement statement, BlockScope scope) {
        return checkType(statement.expression);
    }
}
