package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Step;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.ProgramRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

@RuleInfo(
    title = "Two locks are taken in opposite orders",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {833},
    since = "0.1",
    why = """
        One thread holds the first lock and waits for the second, another holds the second and waits for the first:
        both wait for ever, and with them every thread that needs either lock. It takes bad luck in timing, so tests
        pass, and in production the service stops without an error. Often one of the locks is taken in a method that
        is called, and neither place shows both.""",
    instead = """
        Take the locks in one order everywhere, or call the other object after leaving the block: copy what is needed
        under the lock, then act without it.""",
    silent = {
        "orders that a third lock, held at both places, keeps apart",
        "constructors and objects that no other thread can reach yet",
        "`tryLock`, which does not wait, and two read locks",
        "methods that only one thread runs: private ones nobody calls, pairs on the UI thread, and "
            + "tasks of one executor",
        "calls with many possible targets, and lambdas that are made under the lock but run later"
    },
    bad = """
        class Account {
            private final Object balance = new Object();
            private final Object history = new Object();
            private long cents;
            private int entries;
            public void deposit(long amount) {
                synchronized (balance) {
                    synchronized (history) { // bug: `history` is waited for while `balance` is held
                        cents += amount;
                        entries++;
                    }
                }
            }
            public void undo(long amount) {
                synchronized (history) {
                    synchronized (balance) { // bug: `balance` is waited for while `history` is held
                        cents -= amount;
                        entries--;
                    }
                }
            }
        }""",
    good = """
        class Account {
            private final Object balance = new Object();
            private final Object history = new Object();
            private long cents;
            private int entries;
            public void deposit(long amount) {
                synchronized (balance) {
                    synchronized (history) {
                        cents += amount;
                        entries++;
                    }
                }
            }
            public void undo(long amount) {
                synchronized (balance) {
                    synchronized (history) {
                        cents -= amount;
                        entries--;
                    }
                }
            }
        }""")
public final class LockOrderInversion implements ProgramRule<LockEdge> {

    @Override
    public List<LockEdge> collect(Unit unit, Context context) {
        LocksTaken kind = new LocksTaken(context.program());
        return unit.methods().flatMap(method -> LockEdge.in(method, kind).stream()).toList();
    }

    @Override
    public void check(List<LockEdge> facts, Context context, Sink out) {
        Map<String, List<LockEdge>> byOrder = new TreeMap<>();
        facts.forEach(edge -> byOrder.computeIfAbsent(edge.held() + " > " + edge.taken(), name -> new ArrayList<>())
            .add(edge));
        LockOrders orders = new LockOrders(context);
        byOrder.values().forEach(edges -> {
            LockEdge any = edges.get(0);
            List<LockEdge> opposite = byOrder.getOrDefault(any.taken() + " > " + any.held(), List.of());
            edges.stream()
                .flatMap(edge -> orders.against(edge, opposite).stream()
                    .map(other -> List.of(edge, other)))
                .findFirst()
                .ifPresent(pair -> report(pair.get(0), pair.get(1), context, out));
        });
    }

    private static void report(LockEdge edge, LockEdge other, Context context, Sink out) {
        MethodCode method = context.program().method(edge.method()).orElseThrow();
        List<Step> trace = new ArrayList<>(steps(edge, context));
        trace.addAll(steps(other, context));
        MethodCode against = context.program().method(other.method()).orElseThrow();
        out.report(method.place(edge.site()), name(edge.taken(), edge.path(), method, edge.site())
            + " is waited for while " + name(edge.held(), edge.lock().path(), method, edge.site())
            + " is held; `" + other.method().display() + "` takes them the other way round in line "
            + against.line(other.site()), trace);
    }

    private static List<Step> steps(LockEdge edge, Context context) {
        MethodCode method = context.program().method(edge.method()).orElseThrow();
        List<Step> steps = new ArrayList<>();
        String held = name(edge.held(), edge.lock().path(), method, edge.site());
        Place first = method.locks().takenAt(edge.lock(), edge.site()).map(method::place)
            .orElseGet(() -> method.place(new Site(0)));
        steps.add(new Step(first, "`" + edge.method().display() + "` holds " + held));
        String taken = name(edge.taken(), edge.path(), method, edge.site());
        if (edge.path().isKnown()) {
            steps.add(new Step(method.place(edge.site()), "and waits for " + taken + " here"));
            return steps;
        }
        LocksTaken kind = new LocksTaken(context.program());
        method.call(edge.site()).ifPresent(call -> {
            steps.add(new Step(method.place(call), "and calls `" + call.target().display() + "`"));
            edge.chain(kind).forEach(step -> steps.add(step(step, edge.taken())));
        });
        return steps;
    }

    private static Step step(LocksTaken.Reached reached, String lock) {
        MethodCode method = reached.method();
        if (!reached.lock().isKnown()) {
            return new Step(method.place(reached.site()), "which calls `" + method.call(reached.site())
                .map(call -> call.target().display()).orElse("") + "`");
        }
        boolean isOwn = reached.site().equals(LockTaking.ENTRY);
        return new Step(method.place(isOwn ? new Site(0) : reached.site()), "which waits for "
            + name(lock, reached.lock(), method, reached.site())
            + (isOwn ? ": `" + method.ref().name() + "` is synchronized" : ""));
    }

    static String name(String name, Origin path, MethodCode method, Site site) {
        boolean isSpoken = path.isField() && !path.fieldNames().get(path.fieldNames().size() - 1).startsWith("this$");
        if (isSpoken) {
            return "`" + method.origins().display(path, site.index() < 0 ? new Site(0) : site) + "`";
        }
        String simple = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(' ')) + 1).replace('$', '.');
        return name.startsWith("class ") ? "`" + simple + ".class`" : name.contains(".") ? "`" + simple + "`"
            : "the `" + simple + "`";
    }
}
