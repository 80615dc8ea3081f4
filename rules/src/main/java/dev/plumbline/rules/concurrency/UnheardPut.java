package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Exit;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.name.ClassName;
import dev.plumbline.program.Program;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code putIfAbsent} whose answer nobody takes, and then the method goes on with the object that it made, though
 * another thread's may be the one in the map.
 *
 * @param type the class of the object
 */
record UnheardPut(Call put, ClassName type) {

    private static final Callee PUT = Callee.of("java.util.Map").named("putIfAbsent", "computeIfAbsent");

    static Stream<UnheardPut> in(MethodCode method, SharedMaps maps, Program program) {
        Stateful stateful = new Stateful(program);
        return method.calls(PUT)
            .filter(put -> method.origins().reached(put.site()))
            .flatMap(put -> own(method, put)
                .flatMap(made -> type(method, made).filter(type -> goesOn(method, put, made, type, stateful)))
                .filter(type -> maps.isOne(put) && isDropped(method, put)
                    && method.locks().held(put.site()).isEmpty())
                .map(type -> new UnheardPut(put, type)).stream());
    }

    /** The new object that is put, by itself or as what a lambda returns. */
    private static Optional<Origin> own(MethodCode method, Call put) {
        Origin value = put.arguments().get(1);
        Stream<Origin> captured = put.name().equals("computeIfAbsent") ? method.lambdas().stream()
            .filter(lambda -> method.origins().made(lambda.site()).equals(value))
            .map(Lambda::captured)
            .filter(values -> values.size() == 1)
            .map(values -> values.get(0)) : Stream.of(value);
        return captured.flatMap(origin -> method.origins().inputs(origin).stream())
            .filter(origin -> origin.is("new"))
            .findFirst();
    }

    private static Optional<ClassName> type(MethodCode method, Origin made) {
        return method.constructorOf(made).map(constructor -> constructor.target().owner());
    }

    private static boolean isDropped(MethodCode method, Call put) {
        return method.origins().isKnown() && Lifetime.of(method, put.site(), use -> false).uses().isEmpty();
    }

    /** It is changed after it was offered to the map, or it is handed out for that. */
    private static boolean goesOn(MethodCode method, Call put, Origin made, ClassName type, Stateful stateful) {
        boolean isChanged = method.calls().stream()
            .filter(call -> call.kind() != Call.Kind.STATIC && Stateful.changes(call) && !call.equals(put))
            .filter(call -> method.origins().inputs(call.receiver()).contains(made))
            .anyMatch(call -> method.flow().reaches(put.site(), call.site()));
        boolean isState = stateful.isIdentity(type) || stateful.is(type);
        return isChanged && (isState || stateful.isContainer(type)) || isState && method.exits().stream()
            .filter(exit -> !exit.throwing() && method.flow().reaches(put.site(), exit.site()))
            .map(Exit::value)
            .anyMatch(value -> method.origins().inputs(value).contains(made));
    }

    String message() {
        return "the answer of `" + put.name() + "` is not looked at: another thread's `" + type.simple()
            + "` may be in the map while this method goes on with its own";
    }
}
