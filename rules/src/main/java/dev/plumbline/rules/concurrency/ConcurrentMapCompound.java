package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;

@RuleInfo(
    title = "A concurrent map is checked and then changed in two steps",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {362, 367},
    since = "0.1",
    why = """
        Each call on a `ConcurrentMap` is atomic, but two calls in a row are not. Between the check and the change
        another thread can make the same check, and one of the two writes is lost: a second client, lock or session
        is made, or a count goes missing. The code looks thread-safe because the map is.""",
    instead = """
        Say it in one call: `computeIfAbsent`, `putIfAbsent`, `compute`, `merge`, or the two-argument `remove`. If
        several maps must change together, hold one lock around all of it.""",
    silent = {
        "maps that only one thread can reach: locals, and fields while the constructor runs",
        "one lock held from the check to the change, by the method or by all its callers",
        "checks whose result does not decide whether the change runs"
    },
    bad = """
        import java.util.concurrent.*;
        import java.util.concurrent.atomic.*;
        class Visits {
            private final ConcurrentMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();
            void visit(String page) {
                if (!counts.containsKey(page)) {
                    counts.put(page, new AtomicInteger()); // bug: `put` depends on an earlier `containsKey`
                }
                counts.get(page).incrementAndGet();
            }
        }""",
    good = """
        import java.util.concurrent.*;
        import java.util.concurrent.atomic.*;
        class Visits {
            private final ConcurrentMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();
            void visit(String page) {
                counts.computeIfAbsent(page, key -> new AtomicInteger()).incrementAndGet();
            }
        }""")
public final class ConcurrentMapCompound implements MethodRule {

    private static final Callee CHECK = Callee.of("java.util.concurrent.ConcurrentMap").named("containsKey", "get");
    private static final Callee ACT = Callee.of("java.util.concurrent.ConcurrentMap").named("put", "remove");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        if (method.ref().isConstructor() || method.ref().isStaticInitializer()) {
            return;
        }
        method.calls(ACT).forEach(act -> method.calls(CHECK)
            .filter(check -> sameEntry(method, check, act))
            .filter(check -> method.flow().decides(check, act))
            .filter(check -> !method.locks().shared(check.site(), act.site(), false))
            .findFirst()
            .ifPresent(check -> out.report(
                method.place(act),
                "`" + act.name() + "` depends on an earlier `" + check.name() + "`; another thread can run in between",
                new Step(method.place(check), "the entry is checked here"),
                new Step(method.place(act), "and changed here, in a second call"))));
    }

    /** The same key of the same map, and the map is a field: a map no other thread can reach cannot race. */
    private static boolean sameEntry(MethodCode method, Call check, Call act) {
        return act.receiver().isField()
            && method.origins().same(check.receiver(), check.site(), act.receiver(), act.site())
            && method.origins().same(check.firstArgument(), check.site(), act.firstArgument(), act.site());
    }
}
