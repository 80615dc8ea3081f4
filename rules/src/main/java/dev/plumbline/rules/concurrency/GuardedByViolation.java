package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.MethodRef;
import dev.plumbline.rule.ClassRule;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import dev.plumbline.sharing.Touch;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@RuleInfo(
    title = "A field is used without the lock that its annotation names",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {366, 667},
    overlaps = {"spotbugs/IS_FIELD_NOT_GUARDED", "spotbugs/IS2_INCONSISTENT_SYNC"},
    since = "0.1",
    why = """
        `@GuardedBy` is the promise that keeps a class right under load: whoever uses the field holds that lock. One
        use without it is enough to read a value that is half written or to lose an update; the compiler does not
        look, and the next reader believes the annotation.""",
    instead = """
        Take the named lock around the use. When the field needs none any more, remove the annotation.""",
    silent = {
        "uses under the lock, held by the method or by all its callers, and methods that are `@GuardedBy` themselves",
        "constructors, and objects that no other thread can reach yet",
        "locks that are named by an expression that is not a field, a class or `this`, Guava's monitors, semaphores "
            + "and stamped locks"
    },
    bad = """
        import javax.annotation.concurrent.GuardedBy;
        class Account {
            private final Object lock = new Object();
            @GuardedBy("lock") private long balance;
            void pay(long amount) {
                synchronized (lock) {
                    balance -= amount;
                }
            }
            long balance() {
                return balance; // bug: `balance` is read without `lock`
            }
        }""",
    good = """
        import javax.annotation.concurrent.GuardedBy;
        class Account {
            private final Object lock = new Object();
            @GuardedBy("lock") private long balance;
            void pay(long amount) {
                synchronized (lock) {
                    balance -= amount;
                }
            }
            long balance() {
                synchronized (lock) {
                    return balance;
                }
            }
        }""")
public final class GuardedByViolation implements ClassRule {

    /** Taken and given back by methods that the lock sets do not know. */
    private static final Set<String> OTHER = Set.of("Lcom/google/common/util/concurrent/Monitor;",
        "Ljava/util/concurrent/locks/StampedLock;", "Ljava/util/concurrent/Semaphore;");

    @Override
    public void check(ClassFile type, Context context, Sink out) {
        for (FieldHeader field : type.header().fields()) {
            guard(field).flatMap(word -> path(word, type.header())).ifPresent(lock -> {
                Set<MethodRef> reported = new HashSet<>();
                for (Touch touch : context.sharing().touches(type.header()).getOrDefault(field.name(), List.of())) {
                    if (!touch.isOwned() && !isHeld(lock, touch) && touch.kind() != Touch.Kind.CHANGE
                        && !lock.endsWith("." + field.name()) && reported.add(touch.method())) {
                        report(field, lock, touch, context, out);
                    }
                }
            });
        }
    }

    private static Optional<String> guard(FieldHeader field) {
        return field.annotations().stream()
            .filter(annotation -> annotation.type().simple().equals("GuardedBy"))
            .map(annotation -> annotation.texts("value"))
            .filter(words -> words.size() == 1)
            .map(words -> words.get(0))
            .findFirst();
    }

    /** The lock as an access path; empty when the word is no field of the class, no class and not {@code this}. */
    private static Optional<String> path(String word, ClassHeader type) {
        if (word.equals("this") || word.equals(type.name().simple() + ".this")) {
            return Optional.of("this");
        }
        if (word.endsWith(".class")) {
            return Optional.of("class " + type.name().internal())
                .filter(own -> own.endsWith(word.substring(0, word.length() - ".class".length())));
        }
        String name = word.startsWith("this.") ? word.substring("this.".length()) : word;
        return type.field(name)
            .filter(field -> !OTHER.contains(field.type()))
            .map(field -> field.isStatic() ? "static " + type.name().internal() + "." + name : "this." + name);
    }

    /** A lock under a name that the owner does not know may be the one. */
    private static boolean isHeld(String lock, Touch touch) {
        return touch.locks().stream().map(held -> held.path().path())
            .anyMatch(held -> held.equals(lock) || held.startsWith("?"));
    }

    private static void report(FieldHeader field, String lock, Touch touch, Context context, Sink out) {
        String name = lock.replaceFirst("^(this\\.|static .*\\.|class .*[/$]?)", "");
        String shown = lock.equals("this") ? "this" : name.isEmpty() ? "the class" : name;
        context.program().method(touch.method())
            .filter(method -> method.written(touch.site()) && !Guards.isDeclared(method)
                && !new KnownCallers(context.program()).holdLock(method))
            .ifPresent(method -> out.report(method.place(touch.site()),
                "`" + field.name() + "` is " + (touch.changes() ? "written" : "read") + " without `" + shown
                    + "`, which `@GuardedBy` asks for",
                new Step(method.place(touch.site()), touch.isLocked() ? "another lock is held here" : "no lock is held"
                    + " here")));
    }
}
