package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
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

@RuleInfo(
    title = "A task's failure goes into a future that nobody looks at",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {391},
    since = "0.1",
    preview = true,
    why = """
        `submit`, `schedule`, `runAsync` and `supplyAsync` catch whatever the task throws and keep it in the future that
        they return. When that future is dropped, the exception goes with it: there is no log line, no metric and no
        stack trace. The mail is not sent, the index not written, the cache not warmed, and nobody is told.""",
    instead = """
        Catch the failure in the task and report it, or end the chain with `whenComplete` or `exceptionally`. `execute`
        lets the thread's handler print it. Or keep the future and wait for it.""",
    silent = {
        "tasks that catch what their work throws, and `execute`, whose failures reach the thread's handler",
        "futures that are returned, kept, passed on, asked or waited for",
        "chains with `handle`, `whenComplete` or `exceptionally`",
        "tasks that do nothing outside the process: no network, database, file, broker or mail",
        "executors of the program's own classes, which may report failures themselves"
    },
    bad = """
        import java.io.*;
        import java.nio.file.*;
        import java.util.concurrent.*;
        class Orders {
            void placed(String order) {
                CompletableFuture.runAsync(() -> audit(order)); // bug: when `Files.writeString` fails, nobody hears of it
            }
            private void audit(String order) {
                try {
                    Files.writeString(Path.of("audit.log"), order, StandardOpenOption.APPEND);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }""",
    good = """
        import java.io.*;
        import java.nio.file.*;
        import java.util.concurrent.*;
        class Orders {
            private static final System.Logger LOG = System.getLogger("orders");
            void placed(String order) {
                CompletableFuture.runAsync(() -> audit(order)).exceptionally(e -> {
                    LOG.log(System.Logger.Level.ERROR, "no audit of " + order, e);
                    return null;
                });
            }
            private void audit(String order) {
                try {
                    Files.writeString(Path.of("audit.log"), order, StandardOpenOption.APPEND);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }""")
public final class AsyncExceptionLost implements MethodRule {

    private static final Callee STAGE =
        Callee.of("java.util.concurrent.CompletableFuture").named("supplyAsync", "runAsync");
    private static final Callee SUBMIT = Callee.of("java.util.concurrent.ExecutorService",
        "org.springframework.core.task.AsyncTaskExecutor").named("submit", "schedule", "submitCompletable");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        for (Call call : method.calls()) {
            if (startsTask(call, method, context) && method.written(call.site())
                && DroppedFuture.isDropped(method, call)) {
                check(method, call, context, out);
            }
        }
    }

    private static boolean startsTask(Call call, MethodCode method, Context context) {
        return STAGE.matches(call.target(), method.surroundings().index())
            || SUBMIT.matches(call.target(), method.surroundings().index())
                && !context.program().owns(call.target().owner());
    }

    private static void check(MethodCode method, Call call, Context context, Sink out) {
        for (Tasks.Handed task : Tasks.of(context.program()).handedTo(call, method)) {
            Optional<TaskFailure> failure = TaskFailure.of(task.body(), context);
            if (failure.isPresent()) {
                List<Step> trace = new ArrayList<>();
                trace.add(new Step(method.place(call),
                    "`" + call.name() + "` puts what the task throws into a future, and the future is dropped"));
                trace.addAll(failure.get().steps());
                out.report(method.place(call), "when `" + failure.get().failing().display()
                    + "` fails, nobody hears of it: the future of `" + call.name() + "` is dropped", trace);
                return;
            }
        }
    }
}
