package dev.plumbline.framework;

import dev.plumbline.bytecode.Lambda;
import dev.plumbline.program.Program;
import dev.plumbline.program.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The roots that are handed over as values: a lambda given to an executor, an object given to a thread, a lambda that
 * is a listener by its type. Only methods that call such an API need frames.
 */
final class TaskRoots {

    /** How many wrappers around a task are looked through: {@code execute(traced(() -> ...))} has one. */
    private static final int WRAPPERS = 2;

    private final Program program;
    private final DeclaredRoots declared;
    private final Tasks tasks;

    TaskRoots(Program program) {
        this.program = program;
        this.tasks = Tasks.of(program);
        this.declared = new DeclaredRoots(program);
    }

    Stream<Root> find() {
        return program.inParallel(program.units(), this::in).stream().flatMap(List::stream);
    }

    private List<Root> in(Unit.Id unit) {
        List<Root> roots = new ArrayList<>();
        program.unit(unit).methods().forEach(method -> {
            method.calls().forEach(call -> tasks.handedTo(call, method, WRAPPERS)
                .forEach(handed -> roots.add(new Root(handed.body(), handed.kind()))));
            method.lambdas().forEach(lambda -> byType(lambda, roots));
        });
        return roots;
    }

    private void byType(Lambda lambda, List<Root> roots) {
        tasks.functionOf(lambda.type()).ifPresent(function -> declared.calledOn(lambda.type(), function)
            .forEach(kind -> tasks.run(lambda.body()).forEach(body -> roots.add(new Root(body, kind)))));
    }
}
