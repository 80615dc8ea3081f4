package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Root;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.MethodRef;
import dev.plumbline.rule.ClassRule;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import dev.plumbline.sharing.Threads.Meeting;
import dev.plumbline.sharing.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

@RuleInfo(
    title = "A bean that serves all requests keeps the data of one in a field",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {362, 488},
    overlaps = {"spotbugs/MSF_MUTABLE_SERVLET_FIELD", "spotbugs/MTIA_SUSPECT_SERVLET_INSTANCE_FIELD"},
    since = "0.1",
    why = """
        The container makes one object of a service, controller or listener and runs every request through it. What
        one request writes into a field, the next overwrites while the first still works with it: one user sees the
        data of another, totals drift, and no test with one user shows it.""",
    instead = """
        Hand the value on as a parameter, a local variable or a result. For state that is meant to be shared use an
        atomic or concurrent type, or one lock around every use.""",
    silent = {
        "beans with request, session or prototype scope, and classes no container makes",
        "fields written only in constructors, setters, injection points and start-up methods (`@PostConstruct`, "
            + "`afterPropertiesSet`, `start`)",
        "fields all of whose uses hold one lock; atomic and concurrent types",
        "a volatile field that is replaced as a whole, and a plain value that one scheduled task replaces",
        "writes that no request, listener or asynchronous task reaches, or that only one scheduled method makes and "
            + "reads"
    },
    bad = """
        import org.springframework.web.bind.annotation.GetMapping;
        import org.springframework.web.bind.annotation.RestController;
        @RestController
        class Search {
            private String query;
            @GetMapping("/search")
            String search(String query) {
                this.query = query; // bug: `query` holds the data of one request
                return find();
            }
            private String find() {
                return "results for " + query;
            }
        }""",
    good = """
        import org.springframework.web.bind.annotation.GetMapping;
        import org.springframework.web.bind.annotation.RestController;
        @RestController
        class Search {
            @GetMapping("/search")
            String search(String query) {
                return find(query);
            }
            private String find(String query) {
                return "results for " + query;
            }
        }""")
public final class SharedBeanMutableState implements ClassRule {

    private static final Pattern LIFECYCLE =
        Pattern.compile("(init|start|stop|close|destroy|shutdown|dispose|open|setUp"
            + "|configure|afterPropertiesSet|onApplicationEvent|postConstruct|preDestroy|contextInitialized|register"
            + "|set[A-Z])\\w*");

    @Override
    public void check(ClassFile type, Context context, Sink out) {
        if (!context.beans().isSingleton(type.name())) {
            return;
        }
        for (Map.Entry<String, List<Touch>> entry : context.sharing().touches(type.header()).entrySet()) {
            Optional<FieldHeader> field = type.header().field(entry.getKey()).filter(found -> !found.isStatic());
            List<Touch> touches = entry.getValue().stream().filter(touch -> !touch.isOwned()).toList();
            if (field.isPresent() && touches.size() > 1 && touches.stream().anyMatch(Touch::changes)) {
                check(type, field.get(), touches, context, out);
            }
        }
    }

    private static void check(ClassFile type, FieldHeader field, List<Touch> touches, Context context, Sink out) {
        Held held = new Held(type.header(), field, context);
        if (held.isInjected() || held.bearsThreads()) {
            return;
        }
        for (Touch write : touches) {
            boolean counts = write.kind() == Touch.Kind.WRITE || write.kind() == Touch.Kind.CHANGE && held.isUnsafe();
            if (!counts || isLifecycle(write.method()) || isReplaced(field, write, context)
                || isReplacedByOne(write, field, touches, context)) {
                continue;
            }
            for (Touch other : touches) {
                Optional<Meeting> meeting = other.site().equals(write.site()) || other.excludes(write)
                    || write.isLocked() && other.isLocked()
                        ? Optional.empty()
                        : context.sharing().threads().meeting(write.method(), other.method())
                            .filter(SharedBeanMutableState::isServed);
                if (meeting.isPresent() && report(type, field, write, other, meeting.get(), context, out)) {
                    return;
                }
            }
        }
    }

    private static boolean isLifecycle(MethodRef method) {
        return LIFECYCLE.matcher(method.name()).matches();
    }

    /** One thread that replaces a value as a whole: others see it late, not wrong. */
    private static boolean isReplacedByOne(Touch write, FieldHeader field, List<Touch> touches, Context context) {
        boolean isWhole = write.kind() == Touch.Kind.WRITE && (field.type().length() == 1
            || Descriptor.classIn(field.type()).filter(context.sharing().safety()::isFixed).isPresent());
        Set<Root> writers = new TreeSet<>();
        touches.stream().filter(Touch::changes).map(Touch::method).distinct()
            .forEach(method -> writers.addAll(context.sharing().threads().entering(method)));
        return isWhole && writers.stream().filter(root -> root.kind() != Root.Kind.STARTUP).count() == 1
            && writers.stream().noneMatch(root -> root.kind().isConcurrent());
    }

    /** Replaced as a whole, and seen by all at once: fine unless it is the data of one request. */
    private static boolean isReplaced(FieldHeader field, Touch write, Context context) {
        return field.isVolatile() && write.kind() == Touch.Kind.WRITE && context.program().method(write.method())
            .filter(writer -> isOfRequest(writer, write) && isEnteredByRequests(write, context))
            .isEmpty();
    }

    private static boolean isEnteredByRequests(Touch write, Context context) {
        return context.sharing().threads().entering(write.method()).stream()
            .anyMatch(root -> root.kind() == Root.Kind.REQUEST || root.kind() == Root.Kind.SERVLET);
    }

    /** Tasks alone may be of one thread; what a container enters is entered by many. */
    private static boolean isServed(Meeting meeting) {
        return isEntered(meeting.first()) || isEntered(meeting.second());
    }

    private static boolean isEntered(Root root) {
        return root.kind().isConcurrent() && root.kind() != Root.Kind.TASK;
    }

    private static boolean report(ClassFile type, FieldHeader field, Touch write, Touch other, Meeting meeting,
            Context context, Sink out) {
        Optional<MethodCode> writer = context.program().method(write.method())
            .filter(code -> code.written(write.site()) && !new KnownCallers(context.program()).holdLock(code));
        Optional<MethodCode> reader = context.program().method(other.method());
        if (writer.isEmpty() || reader.isEmpty() || isFilledOnce(writer.get(), write)) {
            return false;
        }
        String name = "`" + field.name() + "`";
        String message = isOfRequest(writer.get(), write)
            ? name + " holds the data of one request in a bean that serves all"
            : name + " is changed by one request while another uses it";
        List<Step> trace = new ArrayList<>();
        trace.add(new Step(writer.get().place(write.site()),
            write.kind() == Touch.Kind.CHANGE ? "changed here, with no lock held" : "written here, with no lock held"));
        if (!other.method().equals(write.method()) || other.kind() == Touch.Kind.READ) {
            trace.add(new Step(reader.get().place(other.site()), "and used here"));
        }
        Meetings.steps(meeting, context).forEach(trace::add);
        out.report(writer.get().place(write.site()), message, trace);
        return true;
    }

    /** What is written comes from a parameter of the method. */
    private static boolean isOfRequest(MethodCode writer, Touch write) {
        return write.kind() == Touch.Kind.WRITE && writer.fields().stream()
            .filter(access -> access.isWrite() && access.site().equals(write.site()))
            .map(FieldAccess::value)
            .flatMap(value -> writer.origins().inputs(value).stream())
            .anyMatch(value -> value.root().argument().isPresent());
    }

    /** {@code if (client == null) client = ...}: first use is another rule's. */
    private static boolean isFilledOnce(MethodCode writer, Touch write) {
        return writer.fields().stream()
            .filter(access -> access.isWrite() && access.site().equals(write.site()))
            .anyMatch(access -> writer.branches().stream()
                .filter(test -> test.tested().equals(access.path()))
                .anyMatch(test -> Sides.onlyWhenZero(writer, test, access.site())));
    }
}
