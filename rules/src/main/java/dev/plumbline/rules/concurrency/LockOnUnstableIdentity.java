package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.Optional;

@RuleInfo(
    title = "A block is synchronized on an object that is not the same for all threads",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {662, 667},
    overlaps = {
        "spotbugs/DL_SYNCHRONIZATION_ON_BOOLEAN",
        "spotbugs/DL_SYNCHRONIZATION_ON_BOXED_PRIMITIVE",
        "spotbugs/DL_SYNCHRONIZATION_ON_INTERNED_STRING",
        "spotbugs/DL_SYNCHRONIZATION_ON_SHARED_CONSTANT",
        "spotbugs/DL_SYNCHRONIZATION_ON_UNSHARED_BOXED_PRIMITIVE",
        "spotbugs/ML_SYNC_ON_FIELD_TO_GUARD_CHANGING_THAT_FIELD",
        "spotbugs/ML_SYNC_ON_UPDATED_FIELD",
        "spotbugs/WL_USING_GETCLASS_RATHER_THAN_CLASS_LITERAL"
    },
    since = "0.1",
    why = """
        `synchronized` excludes only those who lock the very same object. Two equal strings or numbers may be one
        object or two; a field that gets a new object gives every later thread another lock; an object made in the
        method is a lock of its own for each call. The other way round, a literal or a small number is one object for
        the whole JVM, and unrelated code that locks it too waits, or deadlocks.""",
    instead = """
        Lock a `private final Object lock = new Object()`. For one lock per key, keep the locks in a
        `ConcurrentHashMap` (`computeIfAbsent(key, k -> new Object())`) or use a striped lock.""",
    silent = {
        "strings that `intern()` or a registry returned, and strings and numbers made by `new` for the purpose",
        "fields that get another object elsewhere, as start-up and setters do, under another lock, or for the first "
            + "time",
        "objects made in the method that are handed on, captured or stored: another thread may have them",
        "`getClass()` where no class extends this one, or the block uses no static field"
    },
    bad = """
        import java.util.*;
        class Hits {
            private List<String> pending = new ArrayList<>();
            void add(String page) {
                synchronized (pending) {
                    pending.add(page);
                }
            }
            List<String> drain() {
                synchronized (pending) { // bug: `pending` gets another object in line 12
                    List<String> drained = pending;
                    pending = new ArrayList<>();
                    return drained;
                }
            }
        }""",
    good = """
        import java.util.*;
        class Hits {
            private final Object lock = new Object();
            private List<String> pending = new ArrayList<>();
            void add(String page) {
                synchronized (lock) {
                    pending.add(page);
                }
            }
            List<String> drain() {
                synchronized (lock) {
                    List<String> drained = pending;
                    pending = new ArrayList<>();
                    return drained;
                }
            }
        }""")
public final class LockOnUnstableIdentity implements MethodRule {

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        for (Site enter : method.monitors()) {
            Origin lock = method.origins().stack(enter, 0);
            if (lock.isKnown() && method.written(enter)) {
                check(method, enter, lock, context, out);
            }
        }
    }

    private static void check(MethodCode method, Site enter, Origin lock, Context context, Sink out) {
        LockValue value = new LockValue(method, context);
        String name = "`" + method.origins().display(lock, enter) + "`";
        Optional<String> wrong = value.wrong(lock, enter);
        if (wrong.isPresent()) {
            out.report(method.place(enter), wrong.get());
            return;
        }
        field(method, lock)
            .flatMap(read -> ReplacedLock.find(method, lock, read))
            .ifPresent(write -> out.report(method.place(enter), name + " gets another object in line "
                + method.line(write.site()) + ": threads that come after that hold another lock",
                new Step(method.place(enter), "the object that is in " + name + " now is locked here"),
                new Step(method.place(write.site()), "and replaced here, while its lock is held: those who wait go on "
                    + "with the old one")));
    }

    private static Optional<FieldAccess> field(MethodCode method, Origin lock) {
        return lock.isField()
            ? method.fields().stream()
                .filter(access -> !access.isWrite() && access.path().equals(lock))
                .findFirst()
            : Optional.empty();
    }
}
