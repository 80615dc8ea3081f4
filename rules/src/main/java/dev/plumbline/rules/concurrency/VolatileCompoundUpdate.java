package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Branch;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Root;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.MethodRef;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import dev.plumbline.sharing.Touch;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

@RuleInfo(
    title = "A volatile field is read and written back as if that were one step",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {366},
    overlaps = {"spotbugs/AT_NONATOMIC_OPERATIONS_ON_SHARED_VARIABLE", "spotbugs/VO_VOLATILE_INCREMENT"},
    since = "0.1",
    preview = true,
    why = """
        `volatile` makes a write visible, and nothing more. `count++` is a read, an addition and a write; two threads
        read the same number and one of the two counts is lost. `if (!started) { started = true; ... }` lets two
        threads in, and what must happen once happens twice: two schedulers, two connections, a message sent again.""",
    instead = """
        Use `AtomicInteger.incrementAndGet()`, `LongAdder`, or `AtomicBoolean.compareAndSet(false, true)`; or take one
        lock around both steps, in every method that writes the field.""",
    silent = {
        "a lock held from the read to the write, by the method or by all its callers",
        "fields that one thread alone writes: all writers run in one task or one scheduled method",
        "constructors and objects that are not yet shared",
        "flags that are only set where two threads can not meet: no request, listener or task reaches the method "
            + "twice, or each has an object of its own: the field is neither static nor of a bean that serves all"
    },
    bad = """
        class Hits {
            private volatile int count;
            void hit() {
                count++; // bug: `count` is read and written back in two steps
            }
        }""",
    good = """
        import java.util.concurrent.atomic.AtomicInteger;
        class Hits {
            private final AtomicInteger count = new AtomicInteger();
            void hit() {
                count.incrementAndGet();
            }
        }""")
public final class VolatileCompoundUpdate implements MethodRule {

    private static final String TEXT = "Ljava/lang/String;";
    private static final Set<String> JOINS = Set.of("toString", "concat");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        if (method.ref().isConstructor() || method.ref().isStaticInitializer()) {
            return;
        }
        Set<String> reported = new HashSet<>();
        for (FieldAccess write : method.fields()) {
            String line = write.field().name() + method.line(write.site());
            Optional<FieldHeader> field =
                write.isWrite() ? context.program().index().declaration(write.field()) : Optional.empty();
            if (field.filter(FieldHeader::isVolatile).isPresent() && method.written(write.site())
                && isShared(method, write, context) && !reported.contains(line)
                && check(method, write, context, out)) {
                reported.add(line);
            }
        }
    }

    private static boolean isShared(MethodCode method, FieldAccess write, Context context) {
        return method.locks().held(write.site()).isEmpty()
            && !write.receiver().is("new")
            && !new KnownCallers(context.program()).holdLock(method)
            && !isWrittenByOneThread(write, context);
    }

    private static boolean check(MethodCode method, FieldAccess write, Context context, Sink out) {
        Origin field = write.path();
        Optional<FieldAccess> read = method.fields().stream()
            .filter(access -> !access.isWrite() && access.path().equals(field)
                && method.flow().reaches(access.site(), write.site()))
            .findFirst();
        if (!field.isKnown() || read.isEmpty()) {
            return false;
        }
        String name = "`" + write.field().name() + "`";
        boolean meets = context.sharing().threads().meeting(method.ref(), method.ref()).isPresent();
        boolean startsTasks = context.sharing().threads().tasksIn(method.ref().owner().outermost()) > 0;
        if (isGrown(write, method) && (meets && startsTasks || isOpen(method, write))
            && !isForOneThread(method, write, context)) {
            out.report(method.place(write.site()), name + " is read and written back in two steps",
                new Step(method.place(read.get().site()), "read here"),
                new Step(method.place(write.site()), "and written here; what another thread writes between is lost"));
            return true;
        }
        Optional<Branch> test = meets && isOneForAll(write, context) ? flagTest(method, write) : Optional.empty();
        test.ifPresent(found -> out.report(method.place(write.site()),
            "two threads can both find " + name + " not set, and both go on",
            new Step(method.place(found.site()), "tested here"),
            new Step(method.place(write.site()), "and set here, in a second step")));
        return test.isPresent();
    }

    /**
     * A method that also sets other fields, to something new and without a lock, follows the steps of one message or
     * one connection. An object that only its own {@code run()} changes is a thread of its own.
     */
    private static boolean isForOneThread(MethodCode method, FieldAccess update, Context context) {
        boolean setsOthers = method.fields().stream()
            .filter(other -> other.isWrite() && !other.field().equals(update.field()))
            .anyMatch(other -> !Derived.from(other.path(), other.value(), method)
                && method.locks().held(other.site()).isEmpty());
        return setsOthers || new KnownCallers(context.program()).areOwnRun(method);
    }

    /** Whether any thread can come here: the class does not keep the method to itself, or itself to another class. */
    private static boolean isOpen(MethodCode method, FieldAccess write) {
        boolean isTop = method.ref().owner().outermost().equals(method.ref().owner());
        return (write.isStatic() || Modifier.isPublic(method.header().access())
            || isTop && !method.header().isPrivate()) && !Guards.isDeclared(method);
    }

    /** A sum of its old value, or its old text with something more. */
    private static boolean isGrown(FieldAccess write, MethodCode method) {
        Origin value = write.value();
        if (!write.field().type().equals(TEXT)) {
            return write.field().type().length() == 1 && value.is("op")
                && Derived.directlyFrom(write.path(), value, method);
        }
        boolean isJoined = value.is("op") || value.is("call") && value.site().flatMap(method::call)
            .filter(call -> JOINS.contains(call.name()))
            .isPresent();
        return isJoined && Derived.from(write.path(), value, method);
    }

    /** Other objects have a thread or a connection of their own, however many requests there are. */
    private static boolean isOneForAll(FieldAccess write, Context context) {
        return write.isStatic() || context.beans().isSingleton(write.field().owner());
    }

    /** {@code if (!flag) { flag = true; }}: written only where it was found to be the other value. */
    private static Optional<Branch> flagTest(MethodCode method, FieldAccess write) {
        return write.field().type().equals("Z") && write.value().isConstant()
            ? method.branches().stream()
                .filter(test -> test.tested().equals(write.path()))
                .filter(test -> Sides.onlyWhenZero(method, test, write.site()) == write.value().path().equals("#1"))
                .filter(test -> method.flow().dominates(test.site(), write.site())
                    && !method.flow().reaches(write.site(), test.site()))
                .findFirst()
            : Optional.empty();
    }

    /** All roots that reach a writer are one, which runs in one thread. */
    private static boolean isWrittenByOneThread(FieldAccess write, Context context) {
        List<Touch> touches = context.program().index().find(write.field().owner())
            .map(owner -> context.sharing().touches(owner).getOrDefault(write.field().name(), List.of()))
            .orElse(List.of());
        Set<Root> roots = new TreeSet<>();
        for (MethodRef writer : touches.stream()
            .filter(touch -> touch.changes() && !touch.isOwned() && !touch.isLocked())
            .map(Touch::method).distinct().toList()) {
            Set<Root> entering = context.sharing().threads().entering(writer);
            if (entering.isEmpty()) {
                return false;
            }
            roots.addAll(entering);
        }
        return roots.size() == 1 && roots.stream()
            .allMatch(root -> root.kind() == Root.Kind.TASK || !root.kind().isConcurrent());
    }
}
