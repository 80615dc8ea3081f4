package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.finding.Confidence;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.Optional;
import java.util.Set;

@RuleInfo(
    title = "`wait` or `notify` is called without the monitor it belongs to",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {662},
    overlaps = {
        "spotbugs/DM_MONITOR_WAIT_ON_CONDITION",
        "spotbugs/MWN_MISMATCHED_NOTIFY",
        "spotbugs/MWN_MISMATCHED_WAIT"
    },
    since = "0.1",
    why = """
        `wait`, `notify` and `notifyAll` work only for a thread that is inside `synchronized` on that very object. Any
        other gets an `IllegalMonitorStateException`, and the thread it wanted to wake sleeps on. A `Lock` or a
        `Condition` has these methods too, because every object has, but they are not the ones that are meant:
        `condition.notify()` wakes nobody who called `condition.await()`.""",
    instead = """
        Put the call into `synchronized` on the object it is called on. On a `Condition` call `await`, `signal` or
        `signalAll`.""",
    silent = {
        "methods whose callers hold a lock, or are lambdas, which may run while one is held",
        "objects that are not known by name, and locks that may be the same object under another name"
    },
    bad = """
        class Gate {
            private final Object lock = new Object();
            private boolean open;
            synchronized void open() {
                open = true;
                lock.notifyAll(); // bug: `notifyAll` on `lock`, whose monitor this thread does not hold
            }
        }""",
    good = """
        class Gate {
            private final Object lock = new Object();
            private boolean open;
            void open() {
                synchronized (lock) {
                    open = true;
                    lock.notifyAll();
                }
            }
        }""")
public final class WaitNotifyMisuse implements MethodRule {

    private static final Callee WAIT = Callee.of("java.lang.Object").named("wait").taking("()", "(J)", "(JI)");
    private static final Callee NOTIFY = Callee.of("java.lang.Object").named("notify", "notifyAll").taking("()");
    private static final Set<ClassName> EXPLICIT = Set.of(ClassName.of("java.util.concurrent.locks.Condition"),
        ClassName.of("java.util.concurrent.locks.Lock"));

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        method.calls().stream()
            .filter(call -> WAIT.matches(call.target(), context.program().index())
                || NOTIFY.matches(call.target(), context.program().index()))
            .filter(call -> call.kind() != Call.Kind.STATIC && method.written(call.site()))
            .forEach(call -> check(method, call, context, out));
    }

    private static void check(MethodCode method, Call call, Context context, Sink out) {
        String name = "`" + call.name() + "`";
        Set<Lock> held = method.locks().held(call.site());
        boolean isHeld = held.stream().anyMatch(lock -> lock.path().equals(call.receiver()));
        boolean isExplicit = type(method, call)
            .filter(own -> EXPLICIT.stream().anyMatch(type -> context.program().index().isSubtype(own, type)))
            .isPresent();
        if (isExplicit && !isHeld) {
            out.report(method.place(call), name + " is the one that every object has, not the "
                + (call.name().equals("wait") ? "`await`" : "`signal`") + " of a condition");
        } else if (!isHeld && isNamed(call.receiver()) && held.stream().allMatch(lock -> isNamed(lock.path()))
            && !new KnownCallers(context.program()).mayHoldLock(method)) {
            out.report(method.place(call), name + " on `" + method.origins().display(call.receiver(), call.site())
                + "`, whose monitor this thread does not hold");
        }
    }

    /** Of a field or of what a call returns: the instruction itself says {@code Object} if the type is an interface. */
    private static Optional<ClassName> type(MethodCode method, Call call) {
        ClassIndex index = method.surroundings().index();
        Origin receiver = call.receiver();
        Optional<String> ofField = method.fields().stream()
            .filter(access -> !access.isWrite() && access.path().equals(receiver))
            .flatMap(access -> index.find(access.field().owner()).stream()
                .flatMap(owner -> owner.field(access.field().name()).stream()))
            .map(FieldHeader::type)
            .findFirst();
        Optional<String> ofResult = receiver.is("call")
            ? receiver.site().flatMap(method::call).map(maker -> maker.target().descriptor().result())
            : Optional.empty();
        return ofField.or(() -> ofResult).flatMap(Descriptor::classIn);
    }

    /** {@code this}, or a field of it or of a class. */
    private static boolean isNamed(Origin value) {
        return value.equals(Origin.THIS) || value.isStaticField()
            || value.base().filter(Origin.THIS::equals).isPresent();
    }
}
