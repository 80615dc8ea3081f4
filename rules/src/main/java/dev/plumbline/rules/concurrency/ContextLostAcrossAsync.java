package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Root;
import dev.plumbline.framework.Tasks;
import dev.plumbline.index.ClassIndex;
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
    title = "A task asks for what belongs to the thread that started it",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {662},
    since = "0.1",
    preview = true,
    why = """
        The security context, the current request and the logging context are bound to the thread that serves the
        request. A task runs on another one: the user is anonymous, the request is missing, or, on a pool that was not
        cleaned, both are those of somebody else's earlier request.""",
    instead = """
        Read what the task needs before it is started and let the lambda close over it. Or give the executor what
        carries contexts over: `DelegatingSecurityContextExecutor`, a `TaskDecorator`, a `ContextSnapshot`.""",
    silent = {
        "tasks that set the context themselves before they read it",
        "programs that carry contexts over: decorators, delegating executors, snapshots, inheritable modes",
        "reads whose result is tested for `null`",
        "tasks that no request or message leads to: there is no context to lose"
    },
    bad = """
        import java.util.concurrent.*;
        import org.springframework.web.bind.annotation.*;
        import org.springframework.web.context.request.*;
        @RestController
        class Orders {
            private final ExecutorService pool = Executors.newFixedThreadPool(2);
            @PostMapping("/orders")
            void place() {
                pool.execute(() -> {
                    RequestAttributes request = RequestContextHolder.currentRequestAttributes(); // bug: another thread
                    System.out.println(request.getSessionId());
                });
            }
        }""",
    good = """
        import java.util.concurrent.*;
        import org.springframework.web.bind.annotation.*;
        import org.springframework.web.context.request.*;
        @RestController
        class Orders {
            private final ExecutorService pool = Executors.newFixedThreadPool(2);
            @PostMapping("/orders")
            void place() {
                String session = RequestContextHolder.currentRequestAttributes().getSessionId();
                pool.execute(() -> System.out.println(session));
            }
        }""")
public final class ContextLostAcrossAsync implements MethodRule {

    private static final Set<Root.Kind> BOUND = Set.of(Root.Kind.REQUEST, Root.Kind.SERVLET);
    private static final int DEEPEST = 3;
    private static final int MOST_METHODS = 60;
    private static final Callee SECURITY =
        Callee.of("org.springframework.security.core.context.SecurityContextHolder").named("getContext");
    private static final Callee REQUEST = Callee.of("org.springframework.web.context.request.RequestContextHolder")
        .named("getRequestAttributes", "currentRequestAttributes");
    private static final Set<String> SETTERS = Set.of("setContext", "setRequestAttributes");
    private static final Set<String> CARRIERS = Set.of("setTaskDecorator", "taskDecorator", "setStrategyName",
        "setThreadContextInheritable", "captureAll",
        "getTtlExecutorService", "getTtlExecutor", "getTtlScheduledExecutorService");

    private record Open(MethodCode method, List<Step> steps) {
    }

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        Tasks tasks = Tasks.of(context.program());
        for (Call call : method.calls()) {
            for (Tasks.Handed task : tasks.handedTo(call, method)) {
                if (task.kind() == Root.Kind.TASK && method.written(call.site())) {
                    Step start = new Step(method.place(call), "`" + call.name() + "` runs the task on another thread");
                    check(method.ref(), task.body(), start, context, out);
                }
            }
        }
    }

    private static void check(MethodRef starter, MethodRef body, Step start, Context context, Sink out) {
        Optional<Open> read = read(body, start, context);
        if (read.isPresent() && context.roots().reaching(starter).stream().anyMatch(BOUND::contains)
            && !carriesOver(context.program())) {
            List<Step> steps = read.get().steps();
            Step last = steps.get(steps.size() - 1);
            out.report(last.place(), last.what() + ", but this runs on another thread than the request", steps);
        }
    }

    /** The first read of a context that the task or what it calls makes, unless one of them sets it. */
    private static Optional<Open> read(MethodRef body, Step start, Context context) {
        ClassIndex index = context.program().index();
        Deque<Open> open = new ArrayDeque<>();
        Set<MethodRef> seen = new HashSet<>(Set.of(body));
        context.program().method(body).ifPresent(method -> open.add(new Open(method, List.of(start))));
        Optional<Open> found = Optional.empty();
        while (!open.isEmpty() && seen.size() < MOST_METHODS) {
            Open next = open.poll();
            for (Call call : next.method().calls()) {
                if (SETTERS.contains(call.name()) && call.target().owner().simple().endsWith("ContextHolder")) {
                    return Optional.empty();
                }
                if (found.isEmpty() && (SECURITY.matches(call.target(), index) || REQUEST.matches(call.target(), index))
                    && !isTested(next.method(), call)) {
                    found = Optional.of(with(next, call, "`" + call.target().display() + "` is asked for here"));
                }
                List<MethodRef> targets = context.program().owns(call.target().owner())
                    ? context.program().calls().targets(call.target())
                    : List.of();
                if (next.steps().size() <= DEEPEST && targets.size() == 1 && seen.add(targets.get(0))) {
                    context.program().method(targets.get(0)).ifPresent(target -> open.add(new Open(target,
                        with(next, call, "`" + call.target().display() + "` is called").steps())));
                }
            }
        }
        return found;
    }

    private static Open with(Open open, Call call, String what) {
        List<Step> steps = new ArrayList<>(open.steps());
        steps.add(new Step(open.method().place(call), what));
        return new Open(open.method(), List.copyOf(steps));
    }

    /** Whether the method is prepared for the context to be missing. */
    private static boolean isTested(MethodCode method, Call read) {
        return method.branches().stream().anyMatch(branch -> branch.isNullTest()
            && (branch.tested().equals(read.result()) || isFrom(method, branch.tested().site()
                .flatMap(method::call), read)));
    }

    private static boolean isFrom(MethodCode method, Optional<Call> call, Call read) {
        return call.isPresent() && call.get().receiver().equals(read.result())
            && method.flow().reaches(read.site(), call.get().site());
    }

    private static boolean carriesOver(Program program) {
        return program.units().stream()
            .flatMap(unit -> program.unit(unit).methods())
            .flatMap(method -> method.calls().stream())
            .anyMatch(call -> CARRIERS.contains(call.name())
                || call.target().owner().simple().startsWith("DelegatingSecurityContext"));
    }
}
