package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Root;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.rule.ClassRule;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import dev.plumbline.sharing.Threads.Meeting;
import dev.plumbline.sharing.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@RuleInfo(
    title = "Two threads use a collection that bears one",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {362},
    overlaps = {"spotbugs/AT_UNSAFE_RESOURCE_ACCESS_IN_THREAD", "spotbugs/IS2_INCONSISTENT_SYNC"},
    since = "0.1",
    why = """
        A `HashMap`, `ArrayList` or `ArrayDeque` has no protection: while one thread changes it, another loses its
        entry, throws `ConcurrentModificationException` or never ends. It happens under load and not in tests.""",
    instead = """
        Use the concurrent collection of that kind (`ConcurrentHashMap`, `CopyOnWriteArrayList`,
        `ConcurrentLinkedQueue`), or take one lock at every use.""",
    silent = {
        "collections filled in constructors, static initialisers and start-up methods and only read afterwards",
        "uses that one lock keeps apart, taken by the method or by its callers",
        "instance fields of objects of which each thread may have its own",
        "uses that the same single thread makes",
        "beans that serve all requests: those are `shared-bean-mutable-state`"
    },
    bad = """
        import java.util.*;
        import java.util.concurrent.*;
        class Jobs {
            private static final Map<String, String> states = new HashMap<>();
            private final ExecutorService pool = Executors.newFixedThreadPool(4);
            void start(String id) {
                pool.execute(() -> states.put(id, "running")); // bug: `states` is changed by one thread
                pool.execute(() -> System.out.println(states.get(id)));
            }
        }""",
    good = """
        import java.util.*;
        import java.util.concurrent.*;
        class Jobs {
            private static final Map<String, String> states = new ConcurrentHashMap<>();
            private final ExecutorService pool = Executors.newFixedThreadPool(4);
            void start(String id) {
                pool.execute(() -> states.put(id, "running"));
                pool.execute(() -> System.out.println(states.get(id)));
            }
        }""")
public final class UnsafeCollectionShared implements ClassRule {

    @Override
    public void check(ClassFile type, Context context, Sink out) {
        boolean hasTasks = !context.beans().isSingleton(type.name())
            && context.sharing().threads().tasksIn(type.name().outermost()) > 1;
        for (FieldHeader field : type.header().fields()) {
            if (!field.isStatic() && !hasTasks || !isCollection(field)) {
                continue;
            }
            List<Touch> touches = context.sharing().touches(type.header()).getOrDefault(field.name(), List.of())
                .stream().filter(touch -> !touch.isOwned()).toList();
            if (touches.stream().anyMatch(touch -> touch.kind() == Touch.Kind.CHANGE)
                && new Held(type.header(), field, context).isUnsafe()) {
                check(type, field, touches, context, out);
            }
        }
    }

    private static boolean isCollection(FieldHeader field) {
        return field.type().startsWith("Ljava/util/");
    }

    private static void check(ClassFile type, FieldHeader field, List<Touch> touches, Context context, Sink out) {
        for (Touch change : touches) {
            if (change.kind() != Touch.Kind.CHANGE || change.isLocked()) {
                continue;
            }
            for (Touch other : touches) {
                Optional<Meeting> meeting = context.sharing().threads().meeting(change.method(), other.method())
                    .filter(found -> field.isStatic() || isOfOneObject(found, type.name()));
                if (!other.isLocked() && meeting.isPresent()
                    && report(type, field, change, other, meeting.get(), context, out)) {
                    return;
                }
            }
        }
    }

    /** An object that hands tasks of its own class to threads is reached by them and by its callers. */
    private static boolean isOfOneObject(Meeting meeting, ClassName type) {
        return isOwnTask(meeting.first(), type) && isOwnTask(meeting.second(), type)
            && !meeting.first().equals(meeting.second());
    }

    /** What a method does to a parameter's field says nothing of the object that started the tasks. */
    private static boolean isOfThis(MethodCode method, Touch change) {
        return method.call(change.site()).filter(call -> call.receiver().root().equals(Origin.THIS)).isPresent();
    }

    private static boolean isOwnTask(Root root, ClassName type) {
        return root.kind() == Root.Kind.TASK && root.method().owner().outermost().equals(type.outermost());
    }

    private static boolean report(ClassFile type, FieldHeader field, Touch change, Touch other, Meeting meeting,
            Context context, Sink out) {
        Optional<MethodCode> writer = context.program().method(change.method())
            .filter(code -> code.written(change.site()) && (field.isStatic() || isOfThis(code, change)))
            .filter(code -> !new KnownCallers(context.program()).holdLock(code));
        Optional<MethodCode> reader = context.program().method(other.method());
        if (writer.isEmpty() || reader.isEmpty()) {
            return false;
        }
        List<Step> trace = new ArrayList<>();
        trace.add(new Step(writer.get().place(change.site()), "changed here, with no lock held"));
        if (!other.site().equals(change.site()) || !other.method().equals(change.method())) {
            trace.add(new Step(reader.get().place(other.site()), "and used here"));
        }
        Meetings.steps(meeting, context).forEach(trace::add);
        out.report(writer.get().place(change.site()),
            "`" + field.name() + "` is changed by one thread while another uses it; its type bears one", trace);
        return true;
    }
}
