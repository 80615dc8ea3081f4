package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Branch;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.Flow;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.List;
import java.util.stream.Stream;

@RuleInfo(
    title = "A thread waits without testing, under the lock, what it waits for",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {833},
    overlaps = {"spotbugs/UW_UNCOND_WAIT", "spotbugs/WA_AWAIT_NOT_IN_LOOP", "spotbugs/WA_NOT_IN_LOOP"},
    since = "0.1",
    why = """
        A wait can end for no reason, by a notification that was meant for another thread, or after a third thread has
        undone what was waited for. And a notification that comes before the wait is lost. Only a condition that is
        tested before the wait and again after it, always under the same lock, covers all of these. Without it the code
        works on data that is not there, or hangs, once in a million runs.""",
    instead = """
        `synchronized (lock) { while (!ready) { lock.wait(); } }`: the test in the condition of the loop, the loop
        inside the lock. Or take a `CountDownLatch`, a `BlockingQueue` or a `CompletableFuture`, which do this
        inside.""",
    silent = {
        "waits with a time limit: they come back by themselves",
        "a wait in a loop that is left or gone on with by a test before the wait, under the lock that is held",
        "a first wait after something was done under the lock: what is waited for was just asked for",
        "helper methods that only wait: their callers test"
    },
    bad = """
        class Mailbox {
            private Object letter;
            synchronized Object take() throws InterruptedException {
                if (letter == null) {
                    wait(); // bug: `wait` is not in a loop
                }
                Object taken = letter;
                letter = null;
                return taken;
            }
            synchronized void put(Object next) {
                letter = next;
                notifyAll();
            }
        }""",
    good = """
        class Mailbox {
            private Object letter;
            synchronized Object take() throws InterruptedException {
                while (letter == null) {
                    wait();
                }
                Object taken = letter;
                letter = null;
                return taken;
            }
            synchronized void put(Object next) {
                letter = next;
                notifyAll();
            }
        }""")
public final class WaitNotInLoop implements MethodRule {

    private static final Callee WAIT = Callee.of("java.lang.Object").named("wait").taking("()");
    private static final Callee AWAIT = Callee.of("java.util.concurrent.locks.Condition")
        .named("await", "awaitUninterruptibly").taking("()");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        method.calls().stream()
            .filter(call -> WAIT.matches(call.target(), context.program().index())
                || AWAIT.matches(call.target(), context.program().index()))
            .filter(call -> method.written(call.site()) && isUnderOwnLock(method, call))
            .forEach(wait -> check(method, wait, out));
    }

    /** Whoever takes the lock is the one to test. */
    private static boolean isUnderOwnLock(MethodCode method, Call wait) {
        return method.locks().held(wait.site()).stream()
            .anyMatch(lock -> !method.surroundings().heldAtEntry(method.ref()).contains(lock));
    }

    private static void check(MethodCode method, Call wait, Sink out) {
        Flow flow = method.flow();
        List<Branch> again = method.branches().stream()
            .filter(test -> flow.reaches(wait.site(), test.site()) && flow.reaches(test.site(), wait.site()))
            .toList();
        List<Branch> before = again.stream().filter(test -> flow.dominates(test.site(), wait.site())).toList();
        String name = "`" + wait.name() + "`";
        if (again.isEmpty()) {
            String what = flow.reaches(wait.site(), wait.site())
                ? " is in a loop that tests nothing: a notification that comes before it is lost"
                : " is not in a loop: it can end before what is waited for has happened";
            out.report(method.place(wait), name + what);
        } else if (before.isEmpty() && !actsFirst(method, wait)) {
            out.report(method.place(wait), name + " comes before the first test: what has happened already is waited "
                + "for, perhaps for ever", new Step(method.place(again.get(0).site()), "tested after the wait only"));
        } else if (!before.isEmpty()
            && before.stream().noneMatch(test -> method.locks().shared(test.site(), wait.site(), true))) {
            Branch test = before.get(before.size() - 1);
            out.report(method.place(wait), name + " depends on a test made without the lock: a notification between "
                + "the two is lost", new Step(method.place(test.site()), "tested here, before the lock is taken"));
        }
    }

    /** Something is done under the lock first: what is waited for has just been asked for, and can't have happened. */
    private static boolean actsFirst(MethodCode method, Call wait) {
        return Stream.concat(method.calls().stream().map(Call::site),
            method.fields().stream().filter(FieldAccess::isWrite).map(FieldAccess::site))
            .filter(act -> !act.equals(wait.site()) && method.flow().dominates(act, wait.site()))
            .anyMatch(act -> method.locks().shared(act, wait.site(), true));
    }
}
