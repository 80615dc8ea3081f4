package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.Lifetime.Use;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Tasks;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@RuleInfo(
    title = "A task waits for a task that needs a thread of the same pool",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {833},
    since = "0.1",
    preview = true,
    why = """
        A pool of fixed size runs the outer tasks, and each of them waits for an inner one that is queued behind them.
        As soon as there are as many outer tasks as threads, nobody is left to run an inner one, and the pool stands
        still for ever: at just the load that it was sized for, and without a line in the log.""",
    instead = """
        Give the inner tasks a pool of their own, or call the work directly. Or compose the futures
        (`thenCompose`, `allOf`) and wait for them outside of the pool.""",
    silent = {
        "pools without a bound: cached ones, a virtual thread for each task",
        "`ForkJoinPool`, whose threads help out while they join",
        "pools that are handed in, whose size is not known here",
        "waits with a limit, which end"
    },
    bad = """
        import java.util.concurrent.*;
        class Reports {
            private final ExecutorService pool = Executors.newFixedThreadPool(4);
            Future<String> report(String name) {
                return pool.submit(() -> {
                    Future<String> body = pool.submit(() -> "body of " + name);
                    return "head of " + name + body.get(); // bug: `get` waits for a task of the same pool
                });
            }
        }""",
    good = """
        import java.util.concurrent.*;
        class Reports {
            private final ExecutorService pool = Executors.newFixedThreadPool(4);
            private final ExecutorService parts = Executors.newFixedThreadPool(4);
            Future<String> report(String name) {
                return pool.submit(() -> {
                    Future<String> body = parts.submit(() -> "body of " + name);
                    return "head of " + name + body.get();
                });
            }
        }""")
public final class PoolSelfDeadlock implements MethodRule {

    private static final int DEEPEST = 3;
    private static final int MOST_METHODS = 40;
    private static final Callee START = Callee.of("java.util.concurrent.ExecutorService")
        .named("submit", "execute", "schedule", "scheduleAtFixedRate", "scheduleWithFixedDelay");
    private static final Callee EXECUTE = Callee.of("java.util.concurrent.Executor").named("execute");
    private static final Callee STAGE =
        Callee.of("java.util.concurrent.CompletableFuture").named("supplyAsync", "runAsync");
    private static final Callee ALL = Callee.of("java.util.concurrent.ExecutorService").named("invokeAll", "invokeAny");
    private static final Callee WAIT = Callee.of("java.util.concurrent.Future").named("get", "join");
    private static final Callee BOUNDED = Callee.of("java.util.concurrent.Executors").named("newFixedThreadPool",
        "newSingleThreadExecutor", "newScheduledThreadPool", "newSingleThreadScheduledExecutor");

    private record Open(MethodCode method, List<Step> steps) {
    }

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        for (Call call : method.calls()) {
            Optional<FieldRef> pool = pool(method, call);
            if (pool.isPresent() && method.written(call.site())) {
                for (Tasks.Handed task : Tasks.of(context.program()).handedTo(call, method)) {
                    List<Step> start = List.of(new Step(method.place(call),
                        "`" + call.name() + "` runs the outer task on `" + pool.get().name() + "`"));
                    check(task.body(), pool.get(), start, context, out);
                }
            }
        }
    }

    private static void check(MethodRef body, FieldRef pool, List<Step> start, Context context, Sink out) {
        Deque<Open> open = new ArrayDeque<>();
        Set<MethodRef> seen = new HashSet<>(Set.of(body));
        context.program().method(body).ifPresent(method -> open.add(new Open(method, start)));
        while (!open.isEmpty() && seen.size() < MOST_METHODS) {
            Open next = open.poll();
            for (Call call : next.method().calls()) {
                Optional<Call> wait = pool(next.method(), call).filter(pool::equals)
                    .flatMap(same -> wait(next.method(), call));
                if (wait.isPresent()) {
                    if (isBounded(pool, context.program())) {
                        report(next, call, wait.get(), pool, out);
                    }
                    return;
                }
                List<MethodRef> targets = context.program().owns(call.target().owner())
                    ? context.program().calls().targets(call.target())
                    : List.of();
                if (next.steps().size() <= DEEPEST && targets.size() == 1 && seen.add(targets.get(0))) {
                    context.program().method(targets.get(0)).ifPresent(target -> open.add(new Open(target,
                        and(next, call, "`" + call.target().display() + "` is called in it"))));
                }
            }
        }
    }

    private static void report(Open found, Call call, Call wait, FieldRef pool, Sink out) {
        List<Step> steps = new ArrayList<>(and(found, call, "the inner task is queued on `" + pool.name() + "`, too"));
        steps.add(new Step(found.method().place(wait), "and waited for by a thread of that pool"));
        out.report(found.method().place(wait),
            "`" + wait.name() + "` waits for a task of the same pool: when all threads of `"
                + pool.name() + "` wait, none is left to run it",
            steps);
    }

    private static List<Step> and(Open open, Call call, String what) {
        List<Step> steps = new ArrayList<>(open.steps());
        steps.add(new Step(open.method().place(call), what));
        return List.copyOf(steps);
    }

    /** The field of the pool that a call gives a task to. */
    private static Optional<FieldRef> pool(MethodCode method, Call call) {
        ClassIndex index = method.surroundings().index();
        if (STAGE.matches(call.target(), index) && call.target().descriptor().parameters().size() == 2) {
            return field(method, call.arguments().get(1));
        }
        return START.matches(call.target(), index) || EXECUTE.matches(call.target(), index)
            || ALL.matches(call.target(), index) ? field(method, call.receiver()) : Optional.empty();
    }

    private static Optional<FieldRef> field(MethodCode method, Origin pool) {
        return pool.isField() && (pool.isStaticField() || pool.base().equals(Optional.of(Origin.THIS)))
            ? method.fields().stream().filter(access -> access.path().equals(pool)).map(FieldAccess::field).findFirst()
            : Optional.empty();
    }

    /** Where the method waits without a limit for what the call has started. */
    private static Optional<Call> wait(MethodCode method, Call start) {
        if (ALL.matches(start.target(), method.surroundings().index())) {
            return start.target().descriptor().parameters().size() == 1 ? Optional.of(start) : Optional.empty();
        }
        if (start.target().descriptor().result().equals("V")) {
            return Optional.empty();
        }
        List<Use> uses = Lifetime.of(method, start.site(), use -> false).uses();
        boolean isCollected = uses.stream().anyMatch(use -> use.kind() == Use.Kind.ARGUMENT
            && method.call(use.site()).filter(call -> call.name().equals("add")).isPresent());
        return method.calls(WAIT)
            .filter(wait -> wait.target().descriptor().parameters().isEmpty())
            .filter(wait -> method.flow().reaches(start.site(), wait.site()))
            .filter(wait -> isCollected || uses.stream().anyMatch(use -> use.kind() == Use.Kind.RECEIVER
                && use.site().equals(wait.site())))
            .findFirst();
    }

    /** Whether every pool that is stored in the field has a fixed number of threads. */
    private static boolean isBounded(FieldRef pool, Program program) {
        List<Optional<Call>> makers = program.index().find(pool.owner()).stream()
            .flatMap(type -> type.methods().stream()
                .map(method -> new MethodRef(type.name(), method.name(), method.descriptor())))
            .flatMap(ref -> program.method(ref).stream())
            .flatMap(method -> method.fields().stream()
                .filter(access -> access.isWrite() && access.field().equals(pool))
                .flatMap(access -> method.origins().inputs(access.value()).stream())
                .map(value -> value.is("call") ? value.site().flatMap(method::call) : method.constructorOf(value)))
            .toList();
        return !makers.isEmpty() && makers.stream().allMatch(maker -> maker.isPresent()
            && (BOUNDED.matches(maker.get().target(), program.index())
                || maker.get().target().owner().equals(ClassName.of("java.util.concurrent.ThreadPoolExecutor"))));
    }
}
