package dev.plumbline.compile;

import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileConstants;
import org.eclipse.jdt.internal.compiler.lookup.Binding;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.Scope;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;

/** What a call could mean when a stand-in takes part in it. */
final class Guesses {

    private final Scope scope;
    private final ReferenceBinding unknown;
    private final ReferenceBinding any;

    Guesses(Scope scope) {
        this.scope = scope;
        this.unknown = type(StandIns.UNKNOWN);
        this.any = type(StandIns.ANY);
    }

    private ReferenceBinding type(char[][] name) {
        return scope.getType(name, name.length) instanceof ReferenceBinding found && found.isValidBinding()
            ? found
            : null;
    }

    boolean isStandIn(TypeBinding type) {
        return any != null && type != null && type.leafComponentType() instanceof ReferenceBinding reference
            && reference.isValidBinding() && reference.findSuperTypeOriginatingFrom(any) != null;
    }

    /** A method of a type nothing is known of, which takes what it is given. */
    MethodBinding invented(char[] name, ReferenceBinding owner, boolean isStatic, Expression[] arguments,
            TypeBinding[] types, TypeBinding result) {
        int count = types == null ? 0 : types.length;
        TypeBinding[] parameters = new TypeBinding[count];
        for (int i = 0; i < count; i++) {
            parameters[i] = parameter(arguments[i], types[i]);
        }
        int access = ClassFileConstants.AccPublic | (isStatic ? ClassFileConstants.AccStatic : 0);
        return new MethodBinding(access, name, result == null ? unknown : result.erasure(), parameters,
            Binding.NO_EXCEPTIONS, (ReferenceBinding) owner.erasure());
    }

    private TypeBinding parameter(Expression argument, TypeBinding type) {
        if (argument instanceof LambdaExpression lambda) {
            return function(lambda);
        }
        return type == null || type == TypeBinding.NULL || type == TypeBinding.VOID || type.isPolyType()
            ? scope.getJavaLangObject()
            : type.erasure();
    }

    private TypeBinding function(LambdaExpression lambda) {
        int count = lambda.arguments() == null ? 0 : lambda.arguments().length;
        String name = switch (count) {
            case 0 -> StandIns.FUNCTIONS + "0";
            case 1 -> StandIns.FUNCTIONS + "1";
            case 2 -> StandIns.FUNCTIONS + "2";
            default -> StandIns.FUNCTIONS + "3";
        };
        char[][] whole = {StandIns.UNKNOWN[0], name.toCharArray()};
        return scope.getType(whole, whole.length);
    }

    /** A method or constructor that takes these arguments if the stand-ins among them are what it wants. */
    MethodBinding fitting(char[] name, ReferenceBinding owner, TypeBinding[] types) {
        for (MethodBinding method : owner.getMethods(name)) {
            if (fits(method, types)) {
                return method;
            }
        }
        MethodBinding inherited = owner.superclass() == null ? null : fitting(name, owner.superclass(), types);
        ReferenceBinding[] interfaces = owner.superInterfaces();
        for (int i = 0; inherited == null && i < interfaces.length; i++) {
            inherited = fitting(name, interfaces[i], types);
        }
        return inherited;
    }

    boolean anyStandIn(TypeBinding[] types) {
        for (TypeBinding type : types == null ? Binding.NO_PARAMETERS : types) {
            if (isStandIn(type)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(MethodBinding method, TypeBinding[] types) {
        if (method.isPrivate() || method.parameters.length != types.length
            || method.typeVariables != Binding.NO_TYPE_VARIABLES) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            TypeBinding parameter = method.parameters[i];
            boolean fits = types[i] != null && !types[i].isPolyType()
                && (isStandIn(types[i]) || types[i].isCompatibleWith(parameter, scope)
                    || scope.isBoxingCompatibleWith(types[i], parameter));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Calls whose result was open return what the method wants. */
    void settle(MethodBinding method, Expression[] arguments, TypeBinding[] types) {
        for (int i = 0; i < types.length; i++) {
            if (arguments[i] instanceof GuessedCall call && call.isOpen()) {
                call.settle(method.parameters[i].erasure());
                types[i] = method.parameters[i].erasure();
            }
        }
    }

    ReferenceBinding unknown() {
        return unknown;
    }
}
