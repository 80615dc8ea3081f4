package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Edge;
import dev.plumbline.bytecode.Hazard;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.Locks;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@RuleInfo(
    title = "A lock stays locked on some path out of the method",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {667, 764},
    overlaps = {"spotbugs/UL_UNRELEASED_LOCK", "spotbugs/UL_UNRELEASED_LOCK_EXCEPTION_PATH"},
    since = "0.1",
    why = """
        A monitor is left when its block is left, however that happens. A `Lock` or a `Semaphore` is not: what was
        taken has to be given back on every path. One exception between `lock()` and `unlock()`, or one early return,
        and every thread that comes later waits for ever. Nothing is logged; the service just stops answering.""",
    instead = """
        Put `try` directly after `lock()` and `unlock()` into its `finally`. With `tryLock()` or `tryAcquire()` put the
        `try` into the branch where the result is true.""",
    silent = {
        "locks that another method of the file gives back, or that others can reach: `lock()` and `unlock()` are parts "
            + "of one design",
        "locks that are given back by a helper method or by a lambda or object that the method hands out",
        "the branch on which `tryLock()` failed, and `unlock()` under `isHeldByCurrentThread()` or a flag",
        "locks that the method has made itself, and permits that only an unforeseen exception would keep",
        "what a bug in the very line would throw (`null`, an index), and calls that are known to throw nothing"
    },
    bad = """
        import java.util.*;
        import java.util.concurrent.locks.*;
        class Stock {
            private final Lock lock = new ReentrantLock();
            private final Map<String, Integer> left = new HashMap<>();
            void take(String item, int count) {
                lock.lock(); // bug: `lock` stays locked when this line throws
                int now = left.getOrDefault(item, 0) - count;
                if (now < 0) {
                    throw new IllegalStateException("not enough of " + item);
                }
                left.put(item, now);
                lock.unlock();
            }
        }""",
    good = """
        import java.util.*;
        import java.util.concurrent.locks.*;
        class Stock {
            private final Lock lock = new ReentrantLock();
            private final Map<String, Integer> left = new HashMap<>();
            void take(String item, int count) {
                lock.lock();
                try {
                    int now = left.getOrDefault(item, 0) - count;
                    if (now < 0) {
                        throw new IllegalStateException("not enough of " + item);
                    }
                    left.put(item, now);
                } finally {
                    lock.unlock();
                }
            }
        }""")
public final class LockLeakOnException implements MethodRule {

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        ReleasedKind kind = new ReleasedKind(context.program());
        LockCalls locking = new LockCalls(context.program(), called -> context.program().summary(kind, called));
        for (Call taken : locking.acquiring(method)) {
            Lock lock = Locks.lockOf(method, taken);
            Holding holding = new Holding(method, taken, lock, locking);
            if (method.written(taken.site()) && lock.path().isKnown() && !holding.isMadeHere()
                && !holding.isCollected()) {
                check(method, holding, context, out);
            }
        }
    }

    private static void check(MethodCode method, Holding holding, Context context, Sink out) {
        if (!holding.isGivenBackHere()) {
            checkWholeFile(method, holding, context, out);
            return;
        }
        Optional<Call> before = holding.takenBefore();
        if (before.isPresent() && !holding.isGivenBackElsewhere(context.program())) {
            holding.wayOutAfterOneRelease().ifPresent(way -> reportTwice(method, before.get(), holding, out));
        }
        boolean permit = LockCalls.isPermit(holding.taken());
        Optional<List<Edge>> way = holding.wayOut(Hazard.EXPLICIT)
            .or(() -> permit ? Optional.empty() : holding.wayOut(Hazard.POSSIBLE));
        boolean mayLeaveHolding = permit || holding.wayOutWithoutException().isPresent();
        if (way.isPresent() && !(mayLeaveHolding && holding.isGivenBackElsewhere(context.program()))) {
            report(method, holding, way.get(), out);
        }
    }

    private static void checkWholeFile(MethodCode method, Holding holding, Context context, Sink out) {
        boolean isPlain = Callee.of("java.util.concurrent.locks.Lock").named("lock", "lockInterruptibly")
            .matches(holding.taken().target(), context.program().index())
            && holding.taken().receiver().equals(holding.lock().path());
        boolean isNeverGivenBack = isPlain && PrivateLock.of(method, holding.lock(), context.program())
            .filter(PrivateLock::isNeverGivenBack)
            .isPresent();
        if (isNeverGivenBack) {
            out.report(method.place(holding.taken()), name(method, holding) + " is never given back: the next thread "
                + "that wants it waits for ever");
        }
    }

    private static void reportTwice(MethodCode method, Call before, Holding holding, Sink out) {
        String name = name(method, holding);
        out.report(method.place(before), name + " stays locked: it is taken twice and given back once",
            new Step(method.place(before), name + " is taken here"),
            new Step(method.place(holding.taken()), "and here again, while this thread holds it"));
    }

    private static String name(MethodCode method, Holding holding) {
        return "`" + method.origins().display(holding.lock().path(), holding.taken().site()) + "`";
    }

    private static void report(MethodCode method, Holding holding, List<Edge> way, Sink out) {
        Call taken = holding.taken();
        String name = name(method, holding);
        boolean permit = LockCalls.isPermit(taken);
        Edge last = way.get(way.size() - 1);
        Optional<Edge> thrown = way.stream().filter(edge -> edge.kind() == Edge.Kind.THROWN).findFirst();
        List<Step> trace = new ArrayList<>();
        trace.add(new Step(method.place(taken), (permit ? "a permit of " + name : name) + " is taken here"));
        thrown.ifPresent(edge -> trace.add(new Step(method.place(edge.from()), thrower(method, edge) + " can throw")));
        if (thrown.filter(last::equals).isEmpty()) {
            trace.add(new Step(method.place(last.from()), "the method is left here, " + name + " still held"));
        }
        String what = permit ? "a permit of " + name + " is not given back " : name + " stays locked ";
        String when = thrown
            .map(edge -> "when " + thrower(method, edge) + " throws")
            .orElseGet(() -> "on the path that leaves in line " + method.line(last.from()));
        out.report(method.place(taken), what + when, trace);
    }

    private static String thrower(MethodCode method, Edge edge) {
        return method.call(edge.from())
            .map(call -> call.target().isConstructor() ? "new " + call.target().owner().simple() : call.name())
            .map(name -> "`" + name + "`")
            .orElse("this line");
    }
}
