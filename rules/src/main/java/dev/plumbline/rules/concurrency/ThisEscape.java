package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.WARNING;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@RuleInfo(
    title = "A thread gets hold of an object whose constructor has not ended",
    severity = WARNING,
    confidence = Confidence.HIGH,
    cwe = {362, 665},
    overlaps = "spotbugs/SC_START_IN_CTOR",
    since = "0.1",
    why = """
        The thread that a constructor starts runs at once, and sees the fields that the constructor, or that of a
        subclass, sets afterwards as `null` and zero, final ones included. It works until the machine is busy.""",
    instead = """
        Start the thread in a method of its own (`start()`) or in a static factory, after the constructor has ended.""",
    silent = {
        "threads that are started as the last thing in the constructor of a class without subclasses",
        "threads and tasks that do not hold the object, and tasks that are scheduled with a delay",
        "objects that are only stored, not started"
    },
    bad = """
        class Poller implements Runnable {
            private final String url;
            Poller(String url) {
                new Thread(this).start(); // bug: `this` is handed to a thread before its constructor has ended
                this.url = url;
            }
            public void run() {
                System.out.println(url);
            }
        }""",
    good = """
        class Poller implements Runnable {
            private final String url;
            Poller(String url) {
                this.url = url;
            }
            void start() {
                new Thread(this).start();
            }
            public void run() {
                System.out.println(url);
            }
        }""")
public final class ThisEscape implements MethodRule {

    private static final Callee START = Callee.of("java.lang.Thread").named("start");
    private static final Callee SUBMIT = Callee.of("java.util.concurrent.Executor").named("execute", "submit");
    private static final Callee SCHEDULE = Callee.of("java.util.concurrent.ScheduledExecutorService")
        .named("schedule", "scheduleAtFixedRate", "scheduleWithFixedDelay");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        if (!method.ref().isConstructor()) {
            return;
        }
        Stream<Call> tasks = Stream.concat(method.calls(SUBMIT), method.calls(SCHEDULE).filter(ThisEscape::isAtOnce));
        Stream.concat(method.calls(START).filter(start -> isOfThis(method, start)),
            tasks.filter(submit -> submit.arguments().stream().anyMatch(task -> holdsThis(method, task))))
            .filter(call -> method.written(call.site()))
            .filter(call -> isSubclassed(method, context) || !later(method, call).isEmpty())
            .findFirst()
            .ifPresent(call -> report(method, call, out));
    }

    /** A delay leaves the constructor the time it needs. */
    private static boolean isAtOnce(Call schedule) {
        return schedule.arguments().size() > 1 && schedule.arguments().get(1).path().equals("#0");
    }

    /** {@code new Thread(this).start()}, {@code new Thread(this::run)}, {@code start()} of a thread itself. */
    private static boolean isOfThis(MethodCode method, Call start) {
        Origin thread = start.receiver();
        return thread.equals(Origin.THIS) || method.origins().inputs(thread).stream()
            .anyMatch(made -> isMadeWithThis(method, made)) || isKeptThread(method, thread);
    }

    private static boolean isMadeWithThis(MethodCode method, Origin made) {
        return method.constructorOf(made)
            .filter(call -> call.arguments().stream().anyMatch(argument -> holdsThis(method, argument)))
            .isPresent();
    }

    /** {@code this.thread = new Thread(this); this.thread.start();}. */
    private static boolean isKeptThread(MethodCode method, Origin thread) {
        return thread.isField() && method.fields().stream()
            .filter(access -> access.isWrite() && access.path().equals(thread))
            .anyMatch(access -> method.origins().inputs(access.value()).stream()
                .anyMatch(made -> isMadeWithThis(method, made)));
    }

    private static boolean holdsThis(MethodCode method, Origin value) {
        if (value.equals(Origin.THIS)) {
            return true;
        }
        Optional<Site> lambda = value.is("lambda") ? value.site() : Optional.empty();
        return lambda.isPresent()
            ? method.lambdas().stream().filter(found -> found.site().equals(lambda.get()))
                .map(Lambda::captured).anyMatch(captured -> captured.contains(Origin.THIS))
            : value.is("new") && isMadeWithThis(method, value);
    }

    private static boolean isSubclassed(MethodCode method, Context context) {
        return context.program().classes().stream()
            .anyMatch(type -> type.superclass().equals(Optional.of(method.ref().owner())));
    }

    /** Fields that are set after the thread runs. */
    private static List<FieldAccess> later(MethodCode method, Call call) {
        return method.fields().stream()
            .filter(access -> access.isWrite() && !access.isStatic() && access.receiver().equals(Origin.THIS))
            .filter(access -> method.flow().reaches(call.site(), access.site()))
            .filter(access -> !access.value().equals(call.result()))
            .toList();
    }

    private static void report(MethodCode method, Call call, Sink out) {
        List<FieldAccess> later = later(method, call);
        Step started = new Step(method.place(call), "the thread can run from here on");
        out.report(method.place(call), "`this` is handed to a thread before its constructor has ended",
            later.isEmpty()
                ? List.of(started, new Step(method.place(new Site(0)), "constructors of subclasses run after this one"))
                : List.of(started, new Step(method.place(later.get(0).site()),
                    "`" + later.get(0).field().name() + "` is set here")));
    }
}
