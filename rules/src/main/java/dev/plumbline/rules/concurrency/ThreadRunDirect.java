package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Flow;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.finding.Confidence;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;

@RuleInfo(
    title = "`run()` is called on a thread, which starts none",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {572},
    overlaps = "spotbugs/RU_INVOKE_RUN",
    since = "0.1",
    why = """
        `thread.run()` is an ordinary call: the work is done by the caller, which waits until it is over. What was meant
        to go on in the background blocks a request, an event loop or the start of the program.""",
    instead = """
        Call `start()`. If the caller is to do the work, make it a `Runnable` and not a `Thread`.""",
    silent = {
        "calls from a `run()`, which hands its own work on, and `super.run()`",
        "a thread that calls its own `run()`",
        "a choice between `start()` and `run()`"
    },
    bad = """
        class Mailer {
            void send(Runnable letter) {
                Thread background = new Thread(letter);
                background.run(); // bug: `run` on `background` starts no thread
            }
        }""",
    good = """
        class Mailer {
            void send(Runnable letter) {
                Thread background = new Thread(letter);
                background.start();
            }
        }""")
public final class ThreadRunDirect implements MethodRule {

    private static final Callee RUN = Callee.of("java.lang.Thread").named("run").taking("()");

    private static final Callee START = Callee.of("java.lang.Thread").named("start").taking("()");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        if (method.ref().name().equals("run")) {
            return;
        }
        method.calls(RUN)
            .filter(call -> call.kind() == Call.Kind.VIRTUAL && method.written(call.site()))
            .filter(call -> !call.receiver().equals(Origin.THIS) && !isChosen(method, call))
            .forEach(call -> out.report(method.place(call), "`run`" + receiver(method, call)
                + " starts no thread: the caller does the work"));
    }

    /** {@code if (background) thread.start(); else thread.run();} */
    private static boolean isChosen(MethodCode method, Call run) {
        Flow flow = method.flow();
        return method.calls(START).anyMatch(start -> !flow.reaches(run.site(), start.site())
            && !flow.reaches(start.site(), run.site())
            || method.branches().stream()
                .anyMatch(branch -> Sides.onOneSide(method, branch, run.site())
                    && Sides.onOneSide(method, branch, start.site())
                    && Sides.onlyWhenZero(method, branch, run.site()) != Sides.onlyWhenZero(method, branch,
                        start.site())));
    }

    private static String receiver(MethodCode method, Call call) {
        return call.receiver().isKnown()
            ? " on `" + method.origins().display(call.receiver(), call.site()) + "`"
            : "";
    }
}
