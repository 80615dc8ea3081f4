package dev.plumbline.compile;

import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.SourceTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;

/** A call that means something even when it is made on a stand-in, or is given one. */
final class GuessedCall extends MessageSend {

    private TypeBinding wanted;
    private boolean isInvented;

    /** The operator around the call says what it must return. */
    void want(TypeBinding type) {
        wanted = type;
    }

    /** Whether the call was invented and nothing said so far what it returns. */
    boolean isOpen() {
        return isInvented && wanted == null && expectedType == null;
    }

    void settle(TypeBinding type) {
        wanted = type;
        binding.returnType = type;
        resolvedType = type;
    }

    @Override
    public TypeBinding resolveTypeExpecting(BlockScope scope, TypeBinding expected) {
        if (wanted == null && expected != null && expected.isBaseType()) {
            wanted = expected;
        }
        return super.resolveTypeExpecting(scope, expected);
    }

    @Override
    protected TypeBinding findMethodBinding(BlockScope scope) {
        Guesses guesses = new Guesses(scope);
        if (binding != null || guesses.unknown() == null) {
            return super.findMethodBinding(scope);
        }
        if (receiver.isImplicitThis()) {
            inherited(scope, guesses);
        } else if (guesses.isStandIn(actualReceiverType) && actualReceiverType instanceof ReferenceBinding owner
            && !scope.getMethod(owner, selector, types(), this).isValidBinding()) {
            invent(guesses, owner, receiver.isType());
        }
        TypeBinding found = super.findMethodBinding(scope);
        if (binding.isValidBinding() || !(actualReceiverType instanceof ReferenceBinding owner)) {
            return found;
        }
        MethodBinding fitting = guesses.anyStandIn(argumentTypes)
            ? guesses.fitting(selector, owner, argumentTypes)
            : null;
        if (fitting != null) {
            guesses.settle(fitting, arguments, argumentTypes);
            binding = fitting;
        } else if (!receiver.isImplicitThis()) {
            invent(guesses, owner, receiver.isType());
        }
        return binding.isValidBinding() ? binding.returnType : found;
    }

    private TypeBinding[] types() {
        return argumentTypes == null ? new TypeBinding[0] : argumentTypes;
    }

    /** A method that no class around is known to have comes from one that extends a stand-in. */
    private void inherited(BlockScope scope, Guesses guesses) {
        if (scope.getImplicitMethod(selector, types(), this).isValidBinding()) {
            return;
        }
        int depth = 0;
        for (SourceTypeBinding type = scope.enclosingSourceType(); type != null; depth++) {
            if (guesses.isStandIn(type)) {
                invent(guesses, type, depth == 0 && scope.methodScope().isStatic || type.isStatic() && depth > 0);
                setDepth(depth);
                return;
            }
            type = type.enclosingType() instanceof SourceTypeBinding outer ? outer : null;
        }
    }

    private void invent(Guesses guesses, ReferenceBinding owner, boolean isStatic) {
        TypeBinding result = wanted != null ? wanted : expectedType;
        boolean isUsable = result != null && !result.isPolyType() && result != TypeBinding.NULL
            && result != TypeBinding.VOID;
        binding = guesses.invented(selector, owner, isStatic, arguments, argumentTypes, isUsable ? result : null);
        isInvented = true;
    }
}
