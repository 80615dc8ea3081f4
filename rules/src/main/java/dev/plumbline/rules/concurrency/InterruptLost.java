package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.WARNING;

import dev.plumbline.bytecode.Edge;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;
import dev.plumbline.bytecode.WayOut;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.name.ClassName;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@RuleInfo(
    title = "An interruption is caught and forgotten",
    severity = WARNING,
    confidence = Confidence.MEDIUM,
    cwe = {391},
    overlaps = {"spotbugs/DE_MIGHT_DROP", "spotbugs/DE_MIGHT_IGNORE"},
    since = "0.1",
    preview = true,
    why = """
        To interrupt a thread is how a pool, a server or a timeout asks it to stop. The exception takes the request off
        the thread. If the `catch` does not put it back, nobody further up learns of it: the loop goes on, the next wait
        waits, and the shutdown hangs until somebody kills the process.""",
    instead = """
        Let `InterruptedException` leave the method, or call `Thread.currentThread().interrupt()` in the `catch`.""",
    silent = {
        "`catch` clauses that throw, restore the status at once or later, hand the exception on or note in a "
            + "field that it came",
        "code that owns its thread and may do with its interruptions what it likes: `run()` and `call()`, `main`, "
            + "tasks, classes that are threads or tasks, and what only these call",
        "the end of the program: `System.exit`"
    },
    bad = """
        class Retry {
            void pause() {
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException e) { // bug: the interruption is lost
                    System.err.println("woken");
                }
            }
        }""",
    good = """
        class Retry {
            void pause() {
                try {
                    Thread.sleep(1000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }""")
public final class InterruptLost implements MethodRule {

    private static final ClassName INTERRUPTED = ClassName.of("java.lang.InterruptedException");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        List<Handler> handlers = method.handlers().stream()
            .filter(handler -> handler.caught().contains(INTERRUPTED))
            .toList();
        if (handlers.isEmpty() || new ThreadOwners(context).own(method.ref())) {
            return;
        }
        for (Handler handler : handlers) {
            Set<Site> kept = new Interruption(method, handler, context.program()).kept();
            Optional<List<Edge>> way = WayOut.after(method, handler.start(),
                edge -> edge.kind() != Edge.Kind.THROWN && !kept.contains(edge.from()));
            way.ifPresent(path -> report(method, handler, path, out));
        }
    }

    private static void report(MethodCode method, Handler handler, List<Edge> way, Sink out) {
        Site caught = handler.start();
        out.report(method.place(caught), "the interruption is lost: nobody after this `catch` learns of it",
            new Step(method.place(caught), "caught here, which clears the thread's status"),
            new Step(method.place(way.get(way.size() - 1).from()), "the method goes on and ends as if nothing was"));
    }
}
