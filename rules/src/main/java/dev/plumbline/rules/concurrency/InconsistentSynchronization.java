package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.WARNING;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.Locks;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.index.Annotation;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.MethodRef;
import dev.plumbline.rule.ClassRule;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import dev.plumbline.sharing.Touch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

@RuleInfo(
    title = "A field is guarded by a lock in most places and used without it in others",
    severity = WARNING,
    confidence = Confidence.HIGH,
    cwe = {366, 820},
    overlaps = {"spotbugs/IS2_INCONSISTENT_SYNC", "spotbugs/UG_SYNC_SET_UNSYNC_GET"},
    since = "0.1",
    preview = true,
    why = """
        The lock says that the author expects several threads. It protects only when every use takes it: a write
        without it is lost or seen late, a collection that is read while another thread changes it throws or loops, a
        `long` is read in halves. It works on one machine and under little load.""",
    instead = """
        Take the same lock around this use. When the use needs only the latest value of one field, make the field
        `volatile` or atomic, and say why that is enough.""",
    silent = {
        "fields that are `final`, `volatile`, atomic, or of a thread-safe type",
        "constructors, objects no other thread can reach yet, and methods all of whose callers hold a lock",
        "single reads of a plain value and of a collection's size, unless the class says `@ThreadSafe`: they are "
            + "late, not wrong",
        "writes of a plain value where no two threads are known to share the object: the field is not static, the "
            + "class is no bean that serves all requests, and starts no task that meets the write",
        "a test outside the lock that is made again inside, getters that hand a collection or a view of it on, and "
            + "reads of an object that came as an argument",
        "fields that are used without the lock as often as with it: then the lock is about something else",
        "methods that say so in their name (`sizeUnlocked`), `toString`, setters, starts and stops, and methods "
            + "that tests alone are to call"
    },
    bad = """
        import java.util.*;
        class Sessions {
            private final Map<String, String> users = new HashMap<>();
            synchronized void login(String session, String user) {
                users.put(session, user);
            }
            synchronized String user(String session) {
                return users.get(session);
            }
            void logout(String session) {
                users.remove(session); // bug: `users` is changed without `this`
            }
        }""",
    good = """
        import java.util.*;
        class Sessions {
            private final Map<String, String> users = new HashMap<>();
            synchronized void login(String session, String user) {
                users.put(session, user);
            }
            synchronized String user(String session) {
                return users.get(session);
            }
            synchronized void logout(String session) {
                users.remove(session);
            }
        }""")
public final class InconsistentSynchronization implements ClassRule {

    private static final Pattern CONFINED = Pattern.compile("UiThread|MainThread|ThreadConfined|NotThreadSafe"
        + "|PostConstruct|VisibleForTesting|On(Bind|Unbind|Mount|Unmount|Event)");

    /** The lock that guards a field, and where it is held. */
    private record Guard(Lock lock, List<Touch> held) {
    }

    @Override
    public void check(ClassFile type, Context context, Sink out) {
        boolean isPromised = isPromised(type.header().name(), context);
        boolean mayBe = isPromised || type.methods().stream()
            .anyMatch(method -> isPromise(method.header().annotations()));
        if (!mayBe && !mayLock(type) || isConfined(type.header().annotations())) {
            return;
        }
        for (Map.Entry<String, List<Touch>> entry : context.sharing().touches(type.header()).entrySet()) {
            Optional<FieldHeader> field =
                type.header().field(entry.getKey()).filter(found -> isGuardable(found, context));
            boolean bears = field.filter(found -> new Held(type.header(), found, context).isSafe()).isPresent();
            List<Touch> touches = entry.getValue().stream()
                .filter(touch -> !touch.isOwned() && !(bears && touch.kind() == Touch.Kind.CHANGE))
                .toList();
            if (field.isPresent() && touches.stream().anyMatch(Touch::changes)) {
                boolean isPromisedHere = isPromised || mayBe && isPromised(touches, type);
                HarmfulUse harm = new HarmfulUse(type.header(), field.get(), touches, isPromisedHere, context);
                check(field.get(), touches, isPromisedHere, harm, context, out);
            }
        }
    }

    /** {@code @ThreadSafe}, of the class or what it extends: every use must be right. */
    private static boolean isPromised(ClassName type, Context context) {
        return context.program().index().ancestors(type).stream()
            .flatMap(name -> context.program().index().find(name).stream())
            .anyMatch(header -> isPromise(header.annotations()));
    }

    /** A method that promises it speaks for all uses of the fields it changes. */
    private static boolean isPromised(List<Touch> touches, ClassFile type) {
        return touches.stream().anyMatch(touch -> type.method(touch.method().name(), touch.method().descriptor())
            .filter(method -> isPromise(method.header().annotations()))
            .isPresent());
    }

    /** {@code @ThreadSafe}, unless it says that nobody is to check it. */
    private static boolean isPromise(List<Annotation> annotations) {
        return annotations.stream()
            .anyMatch(annotation -> annotation.type().simple().equals("ThreadSafe") && !isWaived(annotation));
    }

    private static boolean isWaived(Annotation annotation) {
        return annotation.type().simple().equals("ThreadSafe") && annotation.values().containsValue(false);
    }

    private static boolean mayLock(ClassFile type) {
        return type.methods().stream().anyMatch(method -> !method.ref().isConstructor()
            && !method.ref().isStaticInitializer() && Locks.mayHold(method));
    }

    private static boolean isGuardable(FieldHeader field, Context context) {
        Optional<ClassName> type = Descriptor.classIn(field.type()).filter(found -> !field.type().startsWith("["));
        return !field.isVolatile() && !isConfined(field.annotations())
            && type.filter(context.sharing().safety()::isSafe).filter(safe -> field.isFinal())
                .isEmpty();
    }

    private static void check(FieldHeader field, List<Touch> touches, boolean isPromised, HarmfulUse harm,
            Context context, Sink out) {
        Optional<Guard> guard = guard(touches);
        if (guard.isEmpty() && !isPromised) {
            return;
        }
        List<Touch> bare = touches.stream().filter(harm::matters).toList();
        int held = guard.map(found -> methods(found.held())).orElse(0);
        if (bare.isEmpty() || !isPromised && held < 2 * methods(bare)) {
            return;
        }
        Set<MethodRef> reported = new HashSet<>();
        List<Touch> worstFirst = bare.stream()
            .sorted(Comparator.comparing(Touch::kind, Comparator.reverseOrder()).thenComparing(touch -> touch))
            .toList();
        for (Touch touch : worstFirst) {
            if (!reported.contains(touch.method()) && report(field, touch, touches, guard, context, out)) {
                reported.add(touch.method());
            }
        }
    }

    private static int methods(List<Touch> touches) {
        return (int) touches.stream().map(Touch::method).distinct().count();
    }

    /** The lock of the owner that is held at most uses, and at a change at least. */
    private static Optional<Guard> guard(List<Touch> touches) {
        Map<String, List<Touch>> byLock = new TreeMap<>();
        Map<String, Lock> locks = new TreeMap<>();
        for (Touch touch : touches) {
            for (Lock lock : touch.locks()) {
                String path = lock.path().path();
                if (!path.startsWith("?")) {
                    byLock.computeIfAbsent(path, name -> new ArrayList<>()).add(touch);
                    locks.putIfAbsent(path, lock);
                }
            }
        }
        return byLock.entrySet().stream()
            .filter(entry -> entry.getValue().stream().anyMatch(Touch::changes))
            .max(Map.Entry.comparingByValue((first, second) -> Integer.compare(methods(first), methods(second))))
            .map(entry -> new Guard(locks.get(entry.getKey()), entry.getValue()));
    }

    private static boolean report(FieldHeader field, Touch touch, List<Touch> all, Optional<Guard> guard,
            Context context, Sink out) {
        Optional<MethodCode> method = context.program().method(touch.method())
            .filter(code -> code.written(touch.site()) && !isConfined(code) && !Guards.isDeclared(code)
                && !new KnownCallers(context.program()).holdLock(code)
                && !new KnownCallers(context.program()).startUp(code) && isCalled(code, context));
        if (method.isEmpty()) {
            return false;
        }
        String lock = guard.map(found -> shown(found.lock())).orElse("a lock");
        String verb = switch (touch.kind()) {
            case READ -> "read";
            case WRITE -> "written";
            case CHANGE -> "changed";
        };
        List<Step> trace = new ArrayList<>();
        trace.add(new Step(method.get().place(touch.site()), "no lock is held here"));
        Optional<Touch> other = guard.map(Guard::held).orElse(all).stream()
            .filter(held -> !held.method().equals(touch.method()) && (held.changes() || touch.changes()))
            .findFirst();
        other.flatMap(held -> context.program().method(held.method())
            .map(code -> new Step(code.place(held.site()), guard.isPresent()
                ? "here " + lock + " is"
                : "another thread can be here")))
            .ifPresent(trace::add);
        out.report(method.get().place(touch.site()),
            "`" + field.name() + "` is " + verb + " without " + lock
                + (guard.isPresent() ? ", which guards it elsewhere" : ", in a class that is `@ThreadSafe`"),
            trace);
        return true;
    }

    private static String shown(Lock lock) {
        String path = lock.path().path();
        return path.startsWith("class ") ? "the lock of the class"
            : "`" + path.substring(path.lastIndexOf('.') + 1) + "`";
    }

    /** Code that belongs to one thread by its annotation, or asks not to be checked. */
    private static boolean isConfined(MethodCode method) {
        return method.header().annotations().stream().anyMatch(InconsistentSynchronization::isWaived)
            || isConfined(method.header().annotations()) || isConfined(method.type().header().annotations());
    }

    private static boolean isConfined(List<Annotation> annotations) {
        return annotations.stream().anyMatch(annotation -> CONFINED.matcher(annotation.type().simple()).matches());
    }

    /** A private method that nobody calls runs in no thread. */
    private static boolean isCalled(MethodCode method, Context context) {
        return !method.header().isPrivate() || !context.program().calls().callers(method.ref()).isEmpty();
    }
}
