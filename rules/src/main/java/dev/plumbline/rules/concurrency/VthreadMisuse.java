package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Tasks;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.Optional;

@RuleInfo(
    title = "Virtual threads are used as if they were platform threads",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {400},
    since = "0.1",
    preview = true,
    why = """
        Virtual threads are cheap to make and run on a few carrier threads. A pool of them saves nothing and limits what
        it was not asked to limit. Until Java 23, one that waits inside `synchronized` keeps its carrier: with as many
        such waits as cores no virtual thread of the program runs any more. And since nothing limits their number,
        a task for each element asks the service behind it a hundred thousand times at once.""",
    instead = """
        Start one virtual thread for each task: `Executors.newVirtualThreadPerTaskExecutor()`. Limit what must be
        limited with a `Semaphore` around the call. Before Java 24, guard what waits with a `ReentrantLock`.""",
    silent = {
        "monitors in classes compiled for Java 24 or later, which do not pin (JEP 491), and for Java 20 or earlier,"
            + " which do not say what they will run on",
        "`ReentrantLock` and other locks of `java.util.concurrent`; `Object.wait`",
        "tasks and loops with a semaphore, a rate limiter or a bulkhead on their way",
        "loops that count, whose number is chosen; loops that wait in each round: for a connection, a message",
        "databases, whose pools of connections let tasks queue",
        "pools for scheduled tasks; executors that are handed in, and what is more than four calls away"
    },
    bad = """
        import java.util.concurrent.*;
        import org.springframework.core.task.VirtualThreadTaskExecutor;
        class Reports {
            private final ThreadFactory virtual = new VirtualThreadTaskExecutor("report-").getVirtualThreadFactory();
            private final ExecutorService pool = Executors.newFixedThreadPool(200, virtual); // bug: pools virtual threads
        }""",
    good = """
        import java.util.concurrent.*;
        import org.springframework.core.task.VirtualThreadTaskExecutor;
        class Reports {
            private final Executor executor = new VirtualThreadTaskExecutor("report-");
            private final Semaphore permits = new Semaphore(200);
        }""")
public final class VthreadMisuse implements MethodRule {

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        VirtualThreads threads = new VirtualThreads(context.program());
        Tasks tasks = Tasks.of(context.program());
        for (Call call : method.calls()) {
            if (threads.pools(call, method)) {
                out.report(method.place(call), "`" + call.target().display()
                    + "` pools virtual threads, which are cheaper to make than to keep");
            }
            for (Tasks.Handed task : tasks.handedTo(call, method)) {
                if (threads.starts(call, method)) {
                    check(task, call, method, context, out);
                }
            }
        }
    }

    private static void check(Tasks.Handed task, Call start, MethodCode method, Context context, Sink out) {
        Step step = new Step(method.place(start), "`" + start.target().display() + "` runs this on a virtual thread");
        VirtualTask walk = VirtualTask.walk(task.body(), step, context);
        int version = method.type().header().version();
        if (VirtualTask.PINS.contains(version)) {
            walk.pinned().ifPresent(found -> out.report(found.place(),
                "`" + found.call().target().display()
                    + "` waits inside `synchronized` on a virtual thread and keeps its carrier",
                found.steps()));
        }
        Optional<VirtualTask.Found> asked = walk.asked();
        if (asked.isPresent() && !walk.isLimited() && VirtualTask.isUnpacedLoop(start, method, context)) {
            out.report(method.place(start), "every round of the loop starts a virtual thread that calls `"
                + asked.get().call().target().display() + "`, and nothing limits how many do at once",
                asked.get().steps());
        }
    }
}
