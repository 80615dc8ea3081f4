package dev.plumbline.compile;

import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.ArrayInitializer;
import org.eclipse.jdt.internal.compiler.ast.ArrayReference;
import org.eclipse.jdt.internal.compiler.ast.Assignment;
import org.eclipse.jdt.internal.compiler.ast.BinaryExpression;
import org.eclipse.jdt.internal.compiler.ast.CastExpression;
import org.eclipse.jdt.internal.compiler.ast.CompoundAssignment;
import org.eclipse.jdt.internal.compiler.ast.ConditionalExpression;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.DoStatement;
import org.eclipse.jdt.internal.compiler.ast.ExplicitConstructorCall;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.ForStatement;
import org.eclipse.jdt.internal.compiler.ast.ForeachStatement;
import org.eclipse.jdt.internal.compiler.ast.IfStatement;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.ast.LocalDeclaration;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.QualifiedAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.ReferenceExpression;
import org.eclipse.jdt.internal.compiler.ast.ReturnStatement;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.ast.SwitchExpression;
import org.eclipse.jdt.internal.compiler.ast.SwitchStatement;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.ast.UnaryExpression;
import org.eclipse.jdt.internal.compiler.ast.WhileStatement;
import org.eclipse.jdt.internal.compiler.lookup.ArrayBinding;
import org.eclipse.jdt.internal.compiler.lookup.Binding;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodScope;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;

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

    /** Whether the value can stand where this type is wanted: no code turns an unknown object into a number. */
    private boolean checkValue(Expression value, TypeBinding wanted) {
        if (value == null || wanted == null) {
            return true;
        }
        TypeBinding type = value.resolvedType;
        found |= type == null || type != TypeBinding.NULL && type.isBaseType() != wanted.isBaseType()
            && value.implicitConversion == 0;
        return !found;
    }

    private boolean checkCondition(Expression condition) {
        found |= condition != null && condition.resolvedType != TypeBinding.BOOLEAN
            && (condition.resolvedType == null || condition.resolvedType.id != TypeIds.T_JavaLangBoolean);
        return !found;
    }

    private boolean checkArguments(Expression[] arguments, MethodBinding called) {
        int count = arguments == null || called.isVarargs() ? 0 : Math.min(arguments.length, called.parameters.length);
        found |= arguments != null && !called.isVarargs() && arguments.length != called.parameters.length;
        for (int i = 0; i < count && !found; i++) {
            checkValue(arguments[i], called.parameters[i]);
        }
        return !found;
    }

    @Override
    public boolean visit(IfStatement statement, BlockScope scope) {
        return checkCondition(statement.condition);
    }

    @Override
    public boolean visit(WhileStatement statement, BlockScope scope) {
        return checkCondition(statement.condition);
    }

    @Override
    public boolean visit(DoStatement statement, BlockScope scope) {
        return checkCondition(statement.condition);
    }

    @Override
    public boolean visit(ForStatement statement, BlockScope scope) {
        return checkCondition(statement.condition);
    }

    @Override
    public boolean visit(ForeachStatement statement, BlockScope scope) {
        return checkType(statement.collection) && check(statement.elementVariable.binding);
    }

    @Override
    public boolean visit(UnaryExpression expression, BlockScope scope) {
        return checkType(expression);
    }

    @Override
    public boolean visit(CompoundAssignment assignment, BlockScope scope) {
        return checkType(assignment);
    }

    @Override
    public boolean visit(Assignment assignment, BlockScope scope) {
        return checkType(assignment.lhs) && checkValue(assignment.expression, assignment.lhs.resolvedType);
    }

    @Override
    public boolean visit(ArrayInitializer values, BlockScope scope) {
        found |= values.binding == null;
        for (Expression value : values.expressions == null || found ? new Expression[0] : values.expressions) {
            checkValue(value, values.binding.elementsType());
        }
        return !found;
    }

    @Override
    public boolean visit(ArrayReference reference, BlockScope scope) {
        found |= reference.resolvedType == null || !(reference.receiver.resolvedType instanceof ArrayBinding)
            || reference.position.resolvedType == null || !reference.position.resolvedType.isBaseType()
                && reference.position.implicitConversion == 0;
        return !found;
    }

    @Override
    public boolean visit(ReturnStatement statement, BlockScope scope) {
        MethodScope around = scope == null ? null : scope.methodScope();
        return statement.expression == null || around == null
            || !(around.referenceContext instanceof AbstractMethodDeclaration method)
            || method.binding == null || checkValue(statement.expression, method.binding.returnType);
    }

    /** A type of its own, with methods of its own. */
    @Override
    public boolean visit(TypeDeclaration local, BlockScope scope) {
        return false;
    }

    @Override
    public boolean visit(MessageSend call, BlockScope scope) {
        return check(call.binding) && checkType(call) && checkArguments(call.arguments, call.binding);
    }

    @Override
    public boolean visit(AllocationExpression creation, BlockScope scope) {
        return check(creation.binding) && checkArguments(creation.arguments, creation.binding);
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
        return check(variable.binding) && check(variable.binding.type)
            && (variable.initialization == null || variable.initialization instanceof ArrayInitializer
                || checkValue(variable.initialization, variable.binding.type));
    }

    @Override
    public boolean visit(ConditionalExpression expression, BlockScope scope) {
        return checkType(expression) && checkCondition(expression.condition);
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
        found |= new Guesses(scope).isStandIn(expression.expression.resolvedType);
        return checkType(expression) && checkType(expression.expression);
    }

    @Override
    public boolean visit(SwitchStatement statement, BlockScope scope) {
        TypeBinding type = statement.expression.resolvedType;
        found |= type != null && new Guesses(scope).isStandIn(type);
        return checkType(statement.expression);
    }
}
