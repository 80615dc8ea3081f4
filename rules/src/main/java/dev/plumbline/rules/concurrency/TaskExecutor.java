package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.Optional;
import java.util.stream.Stream;

/** The field that holds the executor to which the task of an anonymous or local class is given. */
final class TaskExecutor {

    private TaskExecutor() {
    }

    /** Whether both methods are tasks of one executor, which may run them one after the other. */
    static boolean isShared(MethodRef first, MethodRef second, Program program) {
        Optional<String> one = of(first, program);
        return one.isPresent() && one.equals(of(second, program));
    }

    private static Optional<String> of(MethodRef task, Program program) {
        boolean isTask = task.name().equals("run") || task.name().equals("call");
        return isTask
            ? makers(task, program).flatMap(maker -> given(task, maker)).findFirst()
            : Optional.empty();
    }

    private static Stream<MethodCode> makers(MethodRef task, Program program) {
        return program.index().find(task.owner()).stream()
            .flatMap(type -> type.methods().stream())
            .filter(method -> method.name().equals("<init>"))
            .map(method -> new MethodRef(task.owner(), method.name(), method.descriptor()))
            .flatMap(made -> program.calls().callers(made).stream())
            .flatMap(maker -> program.method(maker).stream());
    }

    private static Stream<String> given(MethodRef task, MethodCode maker) {
        return maker.calls().stream()
            .filter(call -> call.kind() != Call.Kind.STATIC && call.receiver().isField())
            .filter(call -> call.arguments().stream().anyMatch(value -> isTask(value, task, maker)))
            .map(call -> maker.ref().owner() + " " + call.receiver());
    }

    private static boolean isTask(Origin value, MethodRef task, MethodCode maker) {
        return value.is("new") && maker.constructorOf(value)
            .filter(made -> made.target().owner().equals(task.owner()))
            .isPresent();
    }
}
