package dev.plumbline.testkit;

import static dev.plumbline.finding.Severity.NOTE;

import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;

@RuleInfo(
    title = "A thread sleeps instead of waiting for what it needs",
    severity = NOTE,
    confidence = Confidence.LOW,
    since = "0.1",
    preview = true,
    why = """
        However long it sleeps, it is too long when the awaited thing is there already, and too short on the one day
        the machine is busy.""",
    instead = "Wait for the event: a latch, a future, a condition, with a time limit.",
    bad = """
        class Poller {
            void poll() throws InterruptedException {
                Thread.sleep(100); // bug: `poll` sleeps
            }
        }""",
    good = """
        class Poller {
            void poll(java.util.concurrent.CountDownLatch ready) throws InterruptedException {
                ready.await(100, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        }""")
final class SleepingMethod implements MethodRule {

    private static final Callee SLEEP = Callee.of("java.lang.Thread").named("sleep");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        method.calls(SLEEP)
            .forEach(call -> out.report(method.place(call), "`" + method.ref().name() + "` sleeps"));
    }
}
