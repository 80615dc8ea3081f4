package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@RuleInfo(
    title = "A concurrent map is checked and then changed in two steps",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {362, 367},
    overlaps = {
        "spotbugs/AT_OPERATION_SEQUENCE_ON_CONCURRENT_ABSTRACTION",
        "spotbugs/RV_RETURN_VALUE_OF_PUTIFABSENT_IGNORED"
    },
    since = "0.1",
    preview = true,
    why = """
        Each call on a `ConcurrentMap` is atomic, but two calls in a row are not. Between the check and the change
        another thread can make the same check, and one of the two writes is lost: a second client, lock or session
        is made, or a count goes missing. The code looks thread-safe because the map is. The same goes for a
        `putIfAbsent` whose answer is not looked at: the object in the map may be another one. And a function that
        `computeIfAbsent` runs must not change the map, which throws then or waits for itself.""",
    instead = """
        Say it in one call: `computeIfAbsent`, `putIfAbsent`, `compute`, `merge`, or the two-argument `remove`. If
        several maps must change together, hold one lock around all of it. Go on with what these methods return.""",
    silent = {
        "values that may as well be made twice: results computed from the key, immutable objects, filled collections",
        "maps that only one thread can reach: locals, and fields while the constructor runs",
        "one lock held from the check to the change, by the method or by all its callers",
        "code that only the `run()` of the same object calls, or methods called `load`, `init`, `start` or `recover`",
        "a check that is made again under the lock, `putIfAbsent` after it, `remove(key, value)`",
        "`remove` after a test for `null` only: removing what is gone does nothing"
    },
    bad = """
        import java.util.concurrent.*;
        import java.util.concurrent.atomic.*;
        class Visits {
            private final ConcurrentMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();
            void visit(String page) {
                if (!counts.containsKey(page)) {
                    counts.put(page, new AtomicInteger()); // bug: `put` can replace the `AtomicInteger`
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

    private static final Callee CHECK = Callee.of("java.util.Map").named("containsKey", "get", "getOrDefault");
    private static final Callee CLAIM = Callee.of("java.util.Map").named("putIfAbsent", "replace");
    private static final Callee ACT = Callee.of("java.util.Map").named("put", "remove", "replace");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        if (method.ref().isConstructor() || method.ref().isStaticInitializer()) {
            return;
        }
        SharedMaps maps = new SharedMaps(method);
        checkInTwoSteps(method, maps, context, out);
        ChangeInside.in(method, maps, context.program()).forEach(change -> change.report(out));
        UnheardPut.in(method, maps, context.program())
            .filter(unheard -> !isOfOneThread(method, context))
            .forEach(unheard -> out.report(method.place(unheard.put()), unheard.message()));
    }

    private static void checkInTwoSteps(MethodCode method, SharedMaps maps, Context context, Sink out) {
        Set<Site> reported = new HashSet<>();
        method.calls(ACT).filter(act -> !comparesItself(act)).forEach(act -> {
            List<Call> checks = method.calls(CHECK).filter(check -> isBefore(method, check, act)).toList();
            if (checks.isEmpty() || !maps.isOne(act) || isClaimed(method, act)
                || checks.stream().anyMatch(check -> isOneStep(method, check, act))
                || isOfOneThread(method, context)) {
                return;
            }
            for (Call check : checks) {
                Optional<String> damage = new Compound(method, check, act, context).damage();
                if (damage.isPresent() && reported.add(check.site())) {
                    report(method, check, act, damage.get(), out);
                    return;
                }
            }
        });
    }

    /** Under a lock of the callers, in a step of a start-up, or in the one thread that the object is. */
    private static boolean isOfOneThread(MethodCode method, Context context) {
        KnownCallers callers = new KnownCallers(context.program());
        return callers.holdLock(method) || callers.areOwnRun(method) || callers.startUp(method)
            || callers.areMissing(method);
    }

    /** What {@code putIfAbsent} or {@code replace} put there before is this thread's own. */
    private static boolean isClaimed(MethodCode method, Call act) {
        return method.calls(CLAIM)
            .filter(claim -> claim.name().equals("putIfAbsent") || comparesItself(claim))
            .anyMatch(claim -> method.flow().reaches(claim.site(), act.site())
                && claim.receiver().equals(act.receiver()) && claim.firstArgument().equals(act.firstArgument()));
    }

    /** {@code remove(key, value)} and {@code replace(key, old, value)} do in one step what this rule asks for. */
    private static boolean comparesItself(Call act) {
        int arguments = act.target().descriptor().parameters().size();
        return act.name().equals("remove") && arguments == 2 || act.name().equals("replace") && arguments == 3;
    }

    /** The same key of the same map. What is read only if the entry is there counts as well: {@code has ? old : 0}. */
    private static boolean isBefore(MethodCode method, Call check, Call act) {
        return isSameEntry(method, check, act) && (method.flow().dominates(check.site(), act.site())
            || !check.name().equals("containsKey") && method.flow().reaches(check.site(), act.site())
                && method.calls(CHECK).anyMatch(first -> first.name().equals("containsKey")
                    && isSameEntry(method, first, check) && method.flow().dominates(first.site(), check.site())
                    && method.flow().dominates(first.site(), act.site())));
    }

    private static boolean isSameEntry(MethodCode method, Call check, Call act) {
        return method.origins().same(check.receiver(), check.site(), act.receiver(), act.site())
            && method.origins().same(check.firstArgument(), check.site(), act.firstArgument(), act.site());
    }

    /** Under one lock. When an earlier look was not, this one looks again. */
    private static boolean isOneStep(MethodCode method, Call check, Call act) {
        return method.locks().shared(check.site(), act.site(), false);
    }

    private static void report(MethodCode method, Call check, Call act, String damage, Sink out) {
        String map = method.origins().display(act.receiver(), act.site());
        out.report(method.place(act), damage,
            new Step(method.place(check), "`" + map + "` is asked here"),
            new Step(method.place(act), "and changed here, in a second call"));
    }
}
