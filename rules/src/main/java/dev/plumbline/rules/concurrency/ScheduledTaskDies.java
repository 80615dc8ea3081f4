package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Tasks;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@RuleInfo(
    title = "A periodic task stops for ever at its first failure",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {755},
    since = "0.1",
    why = """
        `scheduleAtFixedRate` and `scheduleWithFixedDelay` end the schedule when a run throws, and keep the exception in
        a future that hardly anybody reads. A `Timer` loses its only thread, and with it all its other tasks. One
        failed connection at night, and the refresh, the clean-up or the heartbeat has stopped until the next restart,
        without a line in the log.""",
    instead = """
        Put one `try` around all of the task's body and log every `Exception` there. Or let a scheduler run it that goes
        on after failures, such as Spring's.""",
    silent = {
        "tasks that catch what their work throws",
        "Spring's `@Scheduled` and `TaskScheduler`, which log the failure and go on",
        "schedules whose future somebody waits for",
        "tasks that do nothing outside the process: no network, database, file, broker or mail",
        "schedulers of the program's own classes, which may catch failures themselves"
    },
    bad = """
        import java.io.*;
        import java.nio.file.*;
        import java.util.concurrent.*;
        class Prices {
            private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
            private volatile String table = "";
            void start() {
                clock.scheduleAtFixedRate(this::refresh, 0, 1, TimeUnit.MINUTES); // bug: the schedule ends for ever
            }
            private void refresh() {
                try {
                    table = Files.readString(Path.of("prices"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }""",
    good = """
        import java.io.*;
        import java.nio.file.*;
        import java.util.concurrent.*;
        class Prices {
            private static final System.Logger LOG = System.getLogger("prices");
            private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
            private volatile String table = "";
            void start() {
                clock.scheduleAtFixedRate(this::refresh, 0, 1, TimeUnit.MINUTES);
            }
            private void refresh() {
                try {
                    table = Files.readString(Path.of("prices"));
                } catch (Exception e) {
                    LOG.log(System.Logger.Level.ERROR, "prices are out of date", e);
                }
            }
        }""")
public final class ScheduledTaskDies implements MethodRule {

    private static final Callee PERIODIC = Callee.of("java.util.concurrent.ScheduledExecutorService")
        .named("scheduleAtFixedRate", "scheduleWithFixedDelay");
    private static final Callee TIMER = Callee.of("java.util.Timer").named("schedule", "scheduleAtFixedRate");
    private static final Set<String> WAITS = Set.of("get", "isDone", "resultNow", "exceptionNow", "state");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        for (Call call : method.calls()) {
            boolean isTimer = TIMER.matches(call.target(), method.surroundings().index());
            if ((isTimer || PERIODIC.matches(call.target(), method.surroundings().index()))
                && !context.program().owns(call.target().owner()) && method.written(call.site())
                && (isTimer || !isWatched(method, call))) {
                check(method, call, isTimer, context, out);
            }
        }
    }

    private static boolean isWatched(MethodCode method, Call call) {
        return Lifetime.of(method, call.site(), use -> false).uses().stream()
            .filter(use -> use.kind() == Lifetime.Use.Kind.RECEIVER)
            .anyMatch(use -> method.call(use.site()).filter(used -> WAITS.contains(used.name())).isPresent());
    }

    private static void check(MethodCode method, Call call, boolean isTimer, Context context, Sink out) {
        for (Tasks.Handed task : Tasks.of(context.program()).handedTo(call, method)) {
            Optional<TaskFailure> failure = TaskFailure.of(task.body(), context);
            if (failure.isPresent()) {
                List<Step> trace = new ArrayList<>();
                trace.add(new Step(method.place(call), "the task is scheduled here"));
                trace.addAll(failure.get().steps());
                out.report(method.place(call), isTimer
                    ? "the timer's thread ends, and all its tasks with it, when `"
                        + failure.get().failing().display() + "` fails"
                    : "the schedule ends for ever when `" + failure.get().failing().display()
                        + "` fails: nothing in the task catches it",
                    trace);
                return;
            }
        }
    }
}
