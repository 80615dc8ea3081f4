package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Effect;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.rule.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Work on the outside world whose failure leaves a task: on the way from the call that fails to the task's end nobody
 * catches it.
 */
record TaskFailure(MethodRef failing, List<Step> steps) {

    private static final int DEEPEST = 3;
    private static final int MOST_TARGETS = 2;
    private static final int MOST_METHODS = 60;
    private static final Set<Effect> WORK = Collections.unmodifiableSet(EnumSet.of(Effect.REMOTE,
        Effect.DATABASE_READ, Effect.DATABASE_WRITE, Effect.FILE_READ, Effect.FILE_WRITE, Effect.BROKER, Effect.CACHE,
        Effect.MAIL));

    /** What says that the code is wrong, or that it was told to stop, not that work outside has failed. */
    private static final List<ClassName> INSIDE = Stream.of("java.lang.InterruptedException",
        "java.lang.ReflectiveOperationException", "java.lang.CloneNotSupportedException", "java.text.ParseException",
        "java.net.URISyntaxException", "java.security.GeneralSecurityException", "java.io.UnsupportedEncodingException",
        "java.net.MalformedURLException", "com.fasterxml.jackson.core.JsonProcessingException",
        "java.util.concurrent.BrokenBarrierException").map(ClassName::of).toList();

    /** A call and the one it was reached by. */
    private record Link(MethodCode method, Call call, Link by) {
    }

    private record Open(MethodCode method, Link by, int depth) {
    }

    /** The nearest such call; calls nearer to the task first. */
    static Optional<TaskFailure> of(MethodRef body, Context context) {
        Deque<Open> open = new ArrayDeque<>();
        Set<MethodRef> seen = new HashSet<>(Set.of(body));
        context.program().method(body).ifPresent(method -> open.add(new Open(method, null, 0)));
        while (!open.isEmpty() && seen.size() < MOST_METHODS) {
            Open next = open.poll();
            for (Call call : next.method().calls()) {
                Link link = new Link(next.method(), call, next.by());
                Set<Effect> effects = context.effects().direct(call.target());
                List<MethodRef> run = runs(next.method(), call, context);
                boolean isWork = effects.stream().anyMatch(WORK::contains) || run.isEmpty() && saysItFails(link);
                if (isWork && canFail(call) && escapes(link)) {
                    return Optional.of(new TaskFailure(call.target(), steps(link)));
                }
                if (next.depth() < DEEPEST) {
                    run.stream().filter(seen::add)
                        .flatMap(target -> context.program().method(target).stream())
                        .forEach(target -> open.add(new Open(target, link, next.depth() + 1)));
                    handedOn(link, run, context).filter(handed -> seen.add(handed.method().ref()))
                        .forEach(handed -> open.add(new Open(handed.method(), handed.by(), next.depth() + 1)));
                }
            }
        }
        return Optional.empty();
    }

    /** What declares a checked exception is expected to fail, whatever it does. */
    private static boolean saysItFails(Link link) {
        ClassIndex index = link.method().surroundings().index();
        boolean isDeclared = index.resolve(link.call().target())
            .flatMap(declared -> index.find(declared.owner())
                .flatMap(type -> type.method(declared.name(), declared.descriptor())))
            .filter(method -> !method.exceptions().isEmpty())
            .isPresent();
        return isDeclared && Propagation.checked(link.method(), link.call()).stream()
            .anyMatch(type -> INSIDE.stream().noneMatch(inside -> index.isSubtype(type, inside)));
    }

    /** Files are asked about without an exception. */
    private static boolean canFail(Call call) {
        return !call.target().owner().internal().equals("java/io/File") && !call.name().equals("close");
    }

    private static boolean escapes(Link failing) {
        Set<ClassName> checked = Propagation.checked(failing.method(), failing.call());
        for (Link link = failing; link != null; link = link.by()) {
            Optional<Set<ClassName>> leaving = new Propagation(link.method()).of(link.call(), checked);
            if (leaving.isEmpty()) {
                return false;
            }
            checked = leaving.get();
        }
        return true;
    }

    /** The program's own methods that a call runs; also the lambdas that it hands to a collection or a stream. */
    private static List<MethodRef> runs(MethodCode method, Call call, Context context) {
        if (context.program().owns(call.target().owner())) {
            List<MethodRef> targets = context.program().calls().targets(call.target());
            return targets.size() <= MOST_TARGETS ? targets : List.of();
        }
        String owner = call.target().owner().packageName();
        return owner.equals("java.util") || owner.equals("java.util.stream") || owner.equals("java.lang")
            ? lambdas(method, call).map(Lambda::body).filter(body -> context.program().owns(body.owner())).toList()
            : List.of();
    }

    /** The lambdas that a call hands to a method of the program, which calls them there. */
    private static Stream<Open> handedOn(Link link, List<MethodRef> targets, Context context) {
        if (!context.program().owns(link.call().target().owner())) {
            return Stream.empty();
        }
        return lambdas(link.method(), link.call())
            .filter(lambda -> context.program().owns(lambda.body().owner()))
            .flatMap(lambda -> targets.stream()
                .flatMap(target -> context.program().method(target).stream())
                .flatMap(target -> runOf(lambda, link, target).stream())
                .flatMap(run -> context.program().method(lambda.body()).stream().map(body -> new Open(body, run, 0))));
    }

    private static Optional<Link> runOf(Lambda lambda, Link link, MethodCode target) {
        int argument = link.call().arguments().indexOf(link.method().origins().made(lambda.site()));
        return target.calls().stream()
            .filter(call -> call.target().owner().equals(lambda.type())
                && call.receiver().argument().equals(OptionalInt.of(argument)))
            .findFirst()
            .map(call -> new Link(target, call, link));
    }

    private static Stream<Lambda> lambdas(MethodCode method, Call call) {
        if (method.references().isEmpty() || !call.target().descriptor().text().contains("L")) {
            return Stream.empty();
        }
        List<Origin> arguments = call.arguments();
        return method.lambdas().stream()
            .filter(lambda -> method.origins().made(lambda.site()).isKnown()
                && arguments.contains(method.origins().made(lambda.site())));
    }

    private static List<Step> steps(Link failing) {
        List<Step> steps = new ArrayList<>();
        for (Link link = failing; link != null; link = link.by()) {
            String what = link == failing ? " can fail, and nothing catches it here" : " lets the failure through";
            steps.add(new Step(link.method().place(link.call()), "`" + link.call().target().display() + "`" + what));
        }
        Collections.reverse(steps);
        return List.copyOf(steps);
    }
}
