package dev.plumbline.framework;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a call runs of what it is handed: {@code pool.submit(() -> ...)} runs the lambda's body, by {@code tasks.txt}.
 * Calls of other names cost one look into a set.
 */
public final class Tasks {

    private final Program program;
    private final ClassIndex index;
    private final TaskLines lines = TaskLines.shipped();

    private Tasks(Program program) {
        this.program = program;
        this.index = program.index();
    }

    public static Tasks of(Program program) {
        return new Tasks(program);
    }

    /**
     * A method that a call runs, now or later.
     *
     * @param kind what the call makes of it
     * @param body the method of the program: a lambda's body, an object's {@code run()}
     */
    public record Handed(Root.Kind kind, MethodRef body) {
    }

    /** What a call runs, when it is handed to it as it is; a wrapper around it may change what becomes of it. */
    public List<Handed> handedTo(Call call, MethodCode method) {
        return handedTo(call, method, 0);
    }

    /** @param wrappers how many wrappers around a task are looked through */
    List<Handed> handedTo(Call call, MethodCode method, int wrappers) {
        List<Handed> handed = new ArrayList<>();
        for (TaskLines.Task task : lines.of(call.target(), index)) {
            List<String> parameters = call.target().descriptor().parameters();
            if (task.argument() >= parameters.size() || !method.origins().reached(call.site())) {
                continue;
            }
            Descriptor.classIn(parameters.get(task.argument()))
                .map(type -> bodies(method, call.arguments().get(task.argument()), type, wrappers))
                .orElse(Stream.empty())
                .forEach(body -> handed.add(new Handed(task.kind(), body)));
        }
        return handed;
    }

    /** The methods of the program that run when something calls a value through its functional interface. */
    public List<MethodRef> bodies(MethodCode method, Origin value, ClassName function) {
        return bodies(method, value, function, 0).toList();
    }

    private Stream<MethodRef> bodies(MethodCode method, Origin value, ClassName function, int wrappers) {
        return method.origins().inputs(value).stream().flatMap(origin -> body(method, origin, function, wrappers));
    }

    private Stream<MethodRef> body(MethodCode method, Origin origin, ClassName function, int wrappers) {
        Optional<Lambda> lambda = lambda(method, origin);
        if (lambda.isPresent()) {
            return run(lambda.get().body());
        }
        Optional<ClassName> own = type(method, origin).filter(program::owns);
        Optional<MethodRef> called = own.flatMap(type -> functionOf(function).map(run -> run.in(type)));
        if (called.isPresent() && !program.calls().targets(called.get()).isEmpty()) {
            return run(called.get());
        }
        return wrappers == 0
            ? Stream.empty()
            : maker(method, origin).stream()
                .flatMap(call -> call.arguments().stream())
                .flatMap(argument -> lambdas(method, argument, wrappers - 1));
    }

    /** The lambdas among what a wrapper is made of; its other arguments are not tasks. */
    private Stream<MethodRef> lambdas(MethodCode method, Origin value, int wrappers) {
        return method.origins().inputs(value).stream().flatMap(origin -> {
            Optional<Lambda> lambda = lambda(method, origin);
            if (lambda.isPresent() || wrappers == 0) {
                return lambda.stream().flatMap(found -> run(found.body()));
            }
            return maker(method, origin).stream()
                .flatMap(call -> call.arguments().stream())
                .flatMap(argument -> lambdas(method, argument, wrappers - 1));
        });
    }

    Stream<MethodRef> run(MethodRef called) {
        return program.calls().targets(called).stream().filter(target -> program.owns(target.owner()));
    }

    private static Optional<Lambda> lambda(MethodCode method, Origin origin) {
        return origin.is("lambda")
            ? method.lambdas().stream().filter(made -> origin.site().filter(made.site()::equals).isPresent())
                .findFirst()
            : Optional.empty();
    }

    /** The call that made the value: a constructor for {@code new}, else the method that returned it. */
    private static Optional<Call> maker(MethodCode method, Origin origin) {
        if (origin.is("new")) {
            return method.constructorOf(origin);
        }
        return origin.is("call") ? origin.site().flatMap(method::call) : Optional.empty();
    }

    private static Optional<ClassName> type(MethodCode method, Origin origin) {
        if (origin.equals(Origin.THIS)) {
            return Optional.of(method.ref().owner());
        }
        OptionalInt argument = origin.argument();
        List<String> parameters = method.ref().descriptor().parameters();
        if (argument.isPresent() && argument.getAsInt() < parameters.size()) {
            return Descriptor.classIn(parameters.get(argument.getAsInt()));
        }
        if (origin.isField()) {
            return method.fields()
                .stream()
                .filter(access -> access.path().equals(origin))
                .map(FieldAccess::field)
                .findFirst()
                .flatMap(field -> Descriptor.classIn(field.type()));
        }
        return maker(method, origin).flatMap(call -> call.target().isConstructor()
            ? Optional.of(call.target().owner())
            : Descriptor.classIn(call.target().descriptor().result()));
    }

    /** The abstract method of a functional interface. */
    Optional<MethodRef> functionOf(ClassName type) {
        for (ClassName ancestor : index.ancestors(type)) {
            Optional<ClassHeader> header = index.find(ancestor).filter(ClassHeader::isInterface);
            Optional<MethodRef> function = header.map(ClassHeader::methods)
                .orElse(List.of())
                .stream()
                .filter(MethodHeader::isAbstract)
                .filter(method -> !method.name().equals("equals"))
                .map(method -> new MethodRef(ancestor, method.name(), method.descriptor()))
                .findFirst();
            if (function.isPresent()) {
                return function;
            }
        }
        return Optional.empty();
    }
}
