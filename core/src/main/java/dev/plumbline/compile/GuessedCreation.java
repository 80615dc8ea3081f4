package dev.plumbline.compile;

import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeConstants;

/** A {@code new} that finds its constructor even when it is given a stand-in. */
final class GuessedCreation extends AllocationExpression {

    @Override
    public TypeBinding resolveType(BlockScope scope) {
        TypeBinding type = super.resolveType(scope);
        boolean failed = binding != null && !binding.isValidBinding() && !argumentsHaveErrors;
        if (failed && resolvedType instanceof ReferenceBinding owner) {
            Guesses guesses = new Guesses(scope);
            TypeBinding[] types = argumentTypes == null ? new TypeBinding[0] : argumentTypes;
            MethodBinding fitting = guesses.anyStandIn(types)
                ? guesses.fitting(TypeConstants.INIT, owner, types)
                : null;
            if (fitting != null) {
                guesses.settle(fitting, arguments, types);
            }
            binding = fitting != null ? fitting
                : guesses.invented(TypeConstants.INIT, owner, false, arguments, types, TypeBinding.VOID);
        }
        return type;
    }
}
