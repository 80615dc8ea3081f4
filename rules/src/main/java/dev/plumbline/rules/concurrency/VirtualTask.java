package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Effect;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.rule.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a task does on its virtual thread, itself and through at most four calls. */
final class VirtualTask {

    /** Class files for Java 21 to 23, where a monitor keeps the carrier of a virtual thread that waits. */
    static final Set<Integer> PINS = Set.of(65, 66, 67);
    private static final int DEEPEST = 5;
    private static final Callee NEXT = Callee.of("java.util.Iterator").named("next");
    private static final Pattern LIMITER = Pattern.compile("(?i)semaphore|limiter|bulkhead|throttle");

    /** A call of a library, the way to it last. */
    record Found(Place place, Call call, List<Step> steps) {
    }

    private record Open(MethodRef method, boolean isLocked, List<Step> steps) {
    }

    private record Seen(MethodRef method, boolean isLocked) {
    }

    private final Context context;
    private final WaitingCalls waiting;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<Seen> seen = new HashSet<>();
    private Optional<Found> pinned = Optional.empty();
    private Optional<Found> asked = Optional.empty();
    private boolean isLimited;

    private VirtualTask(Context context) {
        this.context = context;
        this.waiting = new WaitingCalls(context.program());
    }

    static VirtualTask walk(MethodRef body, Step start, Context context) {
        VirtualTask task = new VirtualTask(context);
        task.open.add(new Open(body, false, List.of(start)));
        Program program = context.program();
        while (!task.open.isEmpty()) {
            Open next = task.open.poll();
            program.method(next.method()).ifPresent(method -> task.walk(method, next));
        }
        return task;
    }

    /** The first call that waits while a monitor is held. */
    Optional<Found> pinned() {
        return pinned;
    }

    /** The first call that waits for another process over the network. */
    Optional<Found> asked() {
        return asked;
    }

    boolean isLimited() {
        return isLimited;
    }

    /** Whether the call is in a loop over elements that does not wait for anything and has no limit. */
    static boolean isUnpacedLoop(Call call, MethodCode method, Context context) {
        WaitingCalls waiting = new WaitingCalls(context.program());
        boolean isForEach = method.calls(NEXT).anyMatch(next -> isInOneLoop(next, call, method));
        return isForEach && method.calls().stream().noneMatch(other -> isLimit(other)
            || waiting.waits(other, method) && isInOneLoop(other, call, method));
    }

    private static boolean isInOneLoop(Call first, Call second, MethodCode method) {
        return method.flow().reaches(first.site(), second.site())
            && method.flow().reaches(second.site(), first.site());
    }

    private static boolean isLimit(Call call) {
        return LIMITER.matcher(call.target().owner().simple()).find();
    }

    private void walk(MethodCode method, Open from) {
        for (Call call : method.calls()) {
            isLimited = isLimited || isLimit(call);
            boolean waits = waiting.waits(call, method) && !call.name().equals("wait") && !isLimit(call);
            boolean isLocked = from.isLocked() || isLocked(call, method);
            if (waits) {
                Found here = new Found(method.place(call), call,
                    and(from, method, call, "`" + call.target().display() + "` waits"));
                if (pinned.isEmpty() && isLocked) {
                    pinned = Optional.of(here);
                }
                if (asked.isEmpty() && context.effects().direct(call.target()).contains(Effect.REMOTE)) {
                    asked = Optional.of(here);
                }
                continue;
            }
            List<MethodRef> targets = context.program().owns(call.target().owner())
                ? context.program().calls().targets(call.target())
                : List.of();
            if (targets.size() == 1 && from.steps().size() < DEEPEST && seen.add(new Seen(targets.get(0), isLocked))) {
                open.add(new Open(targets.get(0), isLocked, and(from, method, call,
                    "`" + call.target().display() + "` is called" + (isLocked ? " inside `synchronized`" : ""))));
            }
        }
    }

    /** Whether a monitor is held at the call; other locks do not pin. */
    private static boolean isLocked(Call call, MethodCode method) {
        if (method.header().isSynchronized()) {
            return true;
        }
        List<Site> monitors = method.monitors();
        return !monitors.isEmpty() && method.locks().held(call.site()).stream()
            .anyMatch(lock -> isOf(lock, call, monitors, method));
    }

    private static boolean isOf(Lock lock, Call call, List<Site> monitors, MethodCode method) {
        return method.locks().takenAt(lock, call.site()).filter(monitors::contains).isPresent();
    }

    private static List<Step> and(Open open, MethodCode method, Call call, String what) {
        List<Step> steps = new ArrayList<>(open.steps());
        steps.add(new Step(method.place(call), what));
        return List.copyOf(steps);
    }
}
