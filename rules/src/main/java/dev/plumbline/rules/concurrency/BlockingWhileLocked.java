package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.WARNING;

import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Step;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.ProgramRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

@RuleInfo(
    title = "A lock is held while the thread waits for something slow",
    severity = WARNING,
    confidence = Confidence.HIGH,
    cwe = {833},
    overlaps = "spotbugs/SWL_SLEEP_WITH_LOCK_HELD",
    since = "0.1",
    preview = true,
    why = """
        While one thread sleeps, waits for another thread or for an answer from the network, everyone who needs the
        lock waits as well, even for a look at one field. Throughput falls to one request at a time, a slow server
        makes the whole service slow, and when what is waited for needs the lock itself, nothing ever ends.""",
    instead = """
        Copy what is needed under the lock, leave the block, then wait. If the result has to be stored, take the lock
        again for that. To wait for a state use `wait()` or a `Condition`, which give the lock up.""",
    silent = {
        "waiting that gives this very lock up: `wait()`, `Condition.await()`",
        "locks whose every use waits: they are there to let one thread at a time do it",
        "waits with a time limit, sleeps below 100 milliseconds, `put` into queues that may have no bound",
        "the first use of something (`if (client == null) client = connect()`), and steps of start-up and shutdown",
        "futures, latches, queues and statements behind calls: whether they have to be waited for can not be seen",
        "read locks, streams and sockets that guard their own traffic, and lambdas, which may run later"
    },
    bad = """
        import java.util.concurrent.*;
        class Prices {
            private final BlockingQueue<Integer> incoming = new LinkedBlockingQueue<>();
            private int last;
            synchronized int next() throws InterruptedException {
                last = incoming.take(); // bug: `BlockingQueue.take` waits while the `Prices` is locked
                return last;
            }
            synchronized int last() {
                return last;
            }
        }""",
    good = """
        import java.util.concurrent.*;
        class Prices {
            private final BlockingQueue<Integer> incoming = new LinkedBlockingQueue<>();
            private int last;
            int next() throws InterruptedException {
                int price = incoming.take();
                synchronized (this) {
                    last = price;
                }
                return price;
            }
            synchronized int last() {
                return last;
            }
        }""")
public final class BlockingWhileLocked implements ProgramRule<LockedUse> {

    /** Steps that are taken once, before there is work or after it. */
    private static final Pattern LIFECYCLE =
        Pattern.compile("(?i)(?:do|internal)?(main|start|stop|init|open|close|shutdown|destroy"
            + "|dispose|terminate|initialize|unload|deactivate|activate|connect|disconnect"
            + "|setup|teardown|configure|bootstrap|register|join|await|halt|kill|cancel|restart)"
            + "(?-i:\\p{Lu}.*|\\d*)|(?-i:.*ForTests?)");
    private static final List<ClassName> STREAMS = List.of(ClassName.of("java.io.InputStream"),
        ClassName.of("java.io.OutputStream"), ClassName.of("java.io.Reader"), ClassName.of("java.io.Writer"),
        ClassName.of("java.net.Socket"));

    @Override
    public List<LockedUse> collect(Unit unit, Context context) {
        WaitingCalls kind = new WaitingCalls(context.program());
        return unit.methods().flatMap(method -> LockedUse.in(method, kind).stream()).toList();
    }

    @Override
    public void check(List<LockedUse> facts, Context context, Sink out) {
        Map<String, List<LockedUse>> byLock = new TreeMap<>();
        facts.forEach(use -> byLock.computeIfAbsent(use.lock(), name -> new ArrayList<>()).add(use));
        Map<String, Told> nearest = new TreeMap<>();
        LockOrders orders = new LockOrders(context);
        for (LockedUse use : facts) {
            if (use.waits() && !isOutside(use.method(), context)) {
                quick(use, byLock.get(use.lock()), orders).ifPresent(other -> tell(use, other, context, nearest));
            }
        }
        Set<MethodRef> told = new HashSet<>();
        nearest.values().stream()
            .filter(found -> told.add(found.use().method()))
            .forEach(found -> report(found, context, out));
    }

    /**
     * What is reported: of all ways to one call that waits the shortest.
     *
     * @param quick another use of the lock, which is over at once
     * @param chain the calls, that of the library last
     */
    private record Told(LockedUse use, LockedUse quick, List<WaitingCalls.Step> chain) {
    }

    private static void tell(LockedUse use, LockedUse quick, Context context, Map<String, Told> nearest) {
        WaitingCalls kind = new WaitingCalls(context.program());
        List<WaitingCalls.Step> chain = context.program().method(use.method())
            .flatMap(method -> method.call(use.site()).map(call -> kind.chain(method, call)))
            .orElse(List.of());
        boolean isOnce = chain.stream().anyMatch(step -> isStep(step, context));
        if (!chain.isEmpty() && !isOnce) {
            WaitingCalls.Step last = chain.get(chain.size() - 1);
            nearest.merge(use.lock() + " " + last.method().ref() + last.call().site(), new Told(use, quick, chain),
                (first, second) -> second.chain().size() < first.chain().size() ? second : first);
        }
    }

    private static boolean isStep(WaitingCalls.Step step, Context context) {
        return context.program().owns(step.call().target().owner())
            && LIFECYCLE.matcher(step.call().name()).matches();
    }

    private static boolean isOutside(MethodRef method, Context context) {
        return LIFECYCLE.matcher(method.name()).matches()
            || STREAMS.stream().anyMatch(stream -> context.program().index().isSubtype(method.owner(), stream));
    }

    /** Another use of the lock that would be over at once. */
    private static Optional<LockedUse> quick(LockedUse use, List<LockedUse> all, LockOrders orders) {
        Set<MethodRef> waiting = new HashSet<>();
        all.stream().filter(LockedUse::waits).map(LockedUse::method).forEach(waiting::add);
        return all.stream()
            .filter(other -> !waiting.contains(other.method()) && !LIFECYCLE.matcher(other.method().name()).matches())
            .filter(other -> orders.isEntered(other.method()) && orders.isEntered(use.method()))
            .findFirst();
    }

    private static void report(Told told, Context context, Sink out) {
        LockedUse use = told.use();
        LockedUse other = told.quick();
        List<WaitingCalls.Step> chain = told.chain();
        MethodCode method = context.program().method(use.method()).orElseThrow();
        String lock = LockOrderInversion.name(use.lock(), use.held().path(), method, use.site());
        List<Step> trace = new ArrayList<>();
        Place taken = method.locks().takenAt(use.held(), use.site()).map(method::place)
            .orElseGet(() -> method.place(new Site(0)));
        trace.add(new Step(taken, lock + " is taken here"));
        for (WaitingCalls.Step step : chain) {
            boolean isLast = step == chain.get(chain.size() - 1);
            trace.add(new Step(step.method().place(step.call()), isLast
                ? "`" + step.call().target().display() + "` waits"
                : "`" + step.call().target().display() + "` is called"));
        }
        MethodCode quick = context.program().method(other.method()).orElseThrow();
        trace.add(new Step(quick.place(other.site().equals(LockTaking.ENTRY) ? new Site(0) : other.site()),
            "`" + other.method().display() + "` needs the lock, too, and has to wait as long"));
        out.report(method.place(use.site()), "`" + chain.get(chain.size() - 1).call().target().display()
            + "` waits while " + lock + " is locked", trace);
    }
}
