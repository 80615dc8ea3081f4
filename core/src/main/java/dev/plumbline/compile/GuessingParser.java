package dev.plumbline.compile;

import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.BinaryExpression;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FalseLiteral;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.NumberLiteral;
import org.eclipse.jdt.internal.compiler.ast.OperatorIds;
import org.eclipse.jdt.internal.compiler.ast.TrueLiteral;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.parser.Parser;
import org.eclipse.jdt.internal.compiler.problem.ProblemReporter;

/** Makes calls that can be guessed, and tells them what the operators around them want. */
final class GuessingParser extends Parser {

    GuessingParser(ProblemReporter reporter, boolean literalsAsConstants) {
        super(reporter, literalsAsConstants);
    }

    @Override
    protected MessageSend newMessageSend() {
        GuessedCall call = new GuessedCall();
        call.arguments = super.newMessageSend().arguments;
        return call;
    }

    @Override
    protected AllocationExpression newAllocationExpression(boolean isQualified) {
        return isQualified ? super.newAllocationExpression(true) : new GuessedCreation();
    }

    @Override
    protected void consumeUnaryExpression(int operator) {
        want(expressionStack[expressionPtr], operator == OperatorIds.NOT ? TypeBinding.BOOLEAN : TypeBinding.INT);
        super.consumeUnaryExpression(operator);
    }

    @Override
    protected void consumeBinaryExpression(int operator) {
        Expression right = expressionStack[expressionPtr];
        super.consumeBinaryExpression(operator);
        if (expressionStack[expressionPtr] instanceof BinaryExpression binary) {
            operands(operator, binary.left, right);
        }
    }

    @Override
    protected void consumeEqualityExpression(int operator) {
        Expression right = expressionStack[expressionPtr];
        super.consumeEqualityExpression(operator);
        if (expressionStack[expressionPtr] instanceof BinaryExpression binary) {
            equal(binary.left, right);
            equal(right, binary.left);
        }
    }

    private static void operands(int operator, Expression left, Expression right) {
        switch (operator) {
            case OperatorIds.AND_AND, OperatorIds.OR_OR -> both(left, right, TypeBinding.BOOLEAN);
            case OperatorIds.PLUS -> {
                if (left instanceof NumberLiteral || right instanceof NumberLiteral) {
                    both(left, right, TypeBinding.INT);
                }
            }
            case OperatorIds.AND, OperatorIds.OR, OperatorIds.XOR -> {
                // Bits or truth values: the text alone does not say.
            }
            default -> both(left, right, TypeBinding.INT);
        }
    }

    private static void both(Expression left, Expression right, TypeBinding type) {
        want(left, type);
        want(right, type);
    }

    private static void equal(Expression call, Expression other) {
        if (other instanceof NumberLiteral) {
            want(call, TypeBinding.INT);
        } else if (other instanceof TrueLiteral || other instanceof FalseLiteral) {
            want(call, TypeBinding.BOOLEAN);
        }
    }

    private static void want(Expression expression, TypeBinding type) {
        if (expression instanceof GuessedCall call) {
            call.want(type);
        }
    }
}
