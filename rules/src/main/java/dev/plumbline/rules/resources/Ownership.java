package dev.plumbline.rules.resources;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.name.MethodRef;
import dev.plumbline.rules.resources.Handling.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the uses of a resource in one method mean for whose business it is to close it. */
final class Ownership {

    private final MethodCode method;
    private final Function<MethodRef, Handling> handling;

    Ownership(MethodCode method, Function<MethodRef, Handling> handling) {
        this.method = method;
        this.handling = handling;
    }

    boolean opens(Call call) {
        return handling.apply(call.target()).opens();
    }

    /** The values that the result of the call stands for. */
    List<Origin> wrapped(Call call) {
        Handling callee = handling.apply(call.target());
        List<Origin> wrapped = new ArrayList<>();
        if (!call.target().isConstructor() && callee.receiver() == Fate.WRAPPED) {
            wrapped.add(call.receiver());
        }
        List<Origin> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (callee.argument(i) == Fate.WRAPPED) {
                wrapped.add(arguments.get(i));
            }
        }
        return List.copyOf(wrapped);
    }

    /** After this use the call's result stands for the resource too. */
    boolean wraps(Lifetime.Use use) {
        return fate(use) == Fate.WRAPPED;
    }

    /** After this use the method need not close the resource: it is closed, or somebody else has it. */
    boolean ends(Lifetime.Use use) {
        return switch (use.kind()) {
            case RETURNED, THROWN, FIELD, ELEMENT, CAPTURED -> true;
            case LOOKED_AT -> false;
            case RECEIVER, ARGUMENT -> fate(use) == Fate.TAKEN || isPartOfThis(use);
        };
    }

    /** The object under construction stands for the resource: whoever made that has to close it. */
    boolean isPartOfThis(Lifetime.Use use) {
        return wraps(use) && method.call(use.site())
            .filter(call -> call.target().isConstructor() && call.receiver().equals(Origin.THIS))
            .isPresent();
    }

    /** Somebody else has the resource after this use, or may have. */
    boolean keeps(Lifetime.Use use) {
        return ends(use) && use.kind() != Lifetime.Use.Kind.RECEIVER;
    }

    private Fate fate(Lifetime.Use use) {
        Handling callee = method.call(use.site()).map(Call::target).map(handling).orElse(Handling.UNKNOWN);
        return switch (use.kind()) {
            case RECEIVER -> callee.receiver();
            case ARGUMENT -> callee.argument(use.argument());
            default -> Fate.TAKEN;
        };
    }
}
