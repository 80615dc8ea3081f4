package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.finding.Step;
import dev.plumbline.program.Program;
import dev.plumbline.rule.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change of a {@code ConcurrentHashMap} by the very function that it runs to compute an entry: it throws, or waits
 * for itself, when both entries are in one bin.
 *
 * @param compute the call that runs the function
 * @param body the function
 * @param step the change, or the call that leads to it
 * @param change the change, in the body or one call farther
 */
record ChangeInside(MethodCode method, Call compute, MethodCode body, Call step, Call change) {

    private static final Callee COMPUTES = Callee.of("java.util.Map")
        .named("computeIfAbsent", "computeIfPresent", "compute", "merge");
    private static final Callee CHANGES = Callee.of("java.util.Map").named("put", "putIfAbsent", "putAll", "remove",
        "clear", "computeIfAbsent", "computeIfPresent", "compute", "merge");

    static Stream<ChangeInside> in(MethodCode method, SharedMaps maps, Program program) {
        return method.calls(COMPUTES)
            .filter(maps::isHashMap)
            .flatMap(compute -> function(method, compute)
                .flatMap(lambda -> program.method(lambda.body()))
                .flatMap(body -> find(method, compute, body, program)).stream());
    }

    private static Optional<Lambda> function(MethodCode method, Call compute) {
        Origin last = compute.arguments().get(compute.arguments().size() - 1);
        return method.lambdas().stream()
            .filter(lambda -> method.origins().made(lambda.site()).equals(last))
            .filter(lambda -> compute.receiver().isStaticField()
                || !lambda.captured().isEmpty() && lambda.captured().get(0).equals(Origin.THIS))
            .findFirst();
    }

    private static Optional<ChangeInside> find(MethodCode method, Call compute, MethodCode body, Program program) {
        Origin map = compute.receiver();
        Optional<Call> here = change(body, map);
        if (here.isPresent()) {
            return here.map(change -> new ChangeInside(method, compute, body, change, change));
        }
        return body.calls().stream()
            .filter(call -> call.target().owner().equals(method.ref().owner()) && keepsThis(call, map))
            .flatMap(call -> program.method(call.target())
                .flatMap(callee -> change(callee, map))
                .map(change -> new ChangeInside(method, compute, body, call, change)).stream())
            .findFirst();
    }

    private static boolean keepsThis(Call call, Origin map) {
        return map.isStaticField() || call.kind() != Call.Kind.STATIC && call.receiver().equals(Origin.THIS);
    }

    private static Optional<Call> change(MethodCode code, Origin map) {
        return code.calls(CHANGES).filter(call -> call.receiver().equals(map)).findFirst();
    }

    void report(Sink out) {
        String map = method.origins().display(compute.receiver(), compute.site());
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(method.place(compute), "`" + map + "` runs a function here"));
        steps.add(new Step(body.place(step), step.equals(change) ? "which changes it here"
            : "which calls `" + step.name() + "` here, and that changes it"));
        out.report(body.place(step), "`" + change.name() + "` changes `" + map + "` while its `" + compute.name()
            + "` runs this function: that throws, or waits for itself", steps);
    }
}
