package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.EventLoops;
import dev.plumbline.framework.EventLoops.Word;
import dev.plumbline.framework.Tasks;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.rule.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Follows what runs on an event loop down to the calls that block, breadth first, so that the shortest way is told.
 * Direct calls run where their caller does. What is handed to a reactive operator does so too, unless something on the
 * way down moves chains to other threads: where it is put among the operators is not asked. Other values that are
 * handed over are not followed.
 */
final class LoopWalk {

    private static final int DEEPEST = 5;

    /** A call that blocks an event loop, the way to it last. */
    record Found(MethodCode method, Call call, List<Step> steps) {
    }

    private record Open(MethodRef method, boolean isMoved, List<Step> steps) {
    }

    private record Seen(MethodRef method, boolean isMoved) {
    }

    private final Program program;
    private final EventLoops loops;
    private final Tasks tasks;
    private final BlockingCalls blocking;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<Seen> seen = new HashSet<>();
    private final Map<String, Found> found = new LinkedHashMap<>();

    LoopWalk(Context context, EventLoops loops) {
        this.program = context.program();
        this.loops = loops;
        this.tasks = Tasks.of(program);
        this.blocking = new BlockingCalls(context, loops);
    }

    List<Found> from(List<LoopStart> starts) {
        starts.forEach(start -> follow(start.method(), false, List.of(start.step())));
        while (!open.isEmpty()) {
            Open next = open.poll();
            program.method(next.method()).ifPresent(method -> walk(method, next));
        }
        return List.copyOf(found.values());
    }

    private void walk(MethodCode method, Open from) {
        if (says(Word.ASKS, method)) {
            return;
        }
        boolean isMoved = from.isMoved() || says(Word.MOVES, method);
        for (Call call : method.calls()) {
            if (!method.written(call.site()) || !method.origins().reached(call.site())) {
                continue;
            }
            if (blocking.blocks(call, method)) {
                String key = method.ref() + " " + call.site();
                found.putIfAbsent(key, new Found(method, call,
                    and(from, method, call, "`" + call.target().display() + "` keeps the thread until it is done")));
                continue;
            }
            boolean runs = loops.of(call.target())
                .filter(word -> word == Word.NOW || word == Word.EMITS && !isMoved).isPresent();
            if (runs) {
                handed(call, method).forEach(body -> follow(body, isMoved,
                    and(from, method, call, "`" + call.target().display() + "` runs this in the same thread")));
            }
            List<MethodRef> targets = program.owns(call.target().owner())
                ? program.calls().targets(call.target())
                : List.of();
            if (targets.size() == 1) {
                follow(targets.get(0), isMoved,
                    and(from, method, call, "`" + call.target().display() + "` is called"));
            }
        }
    }

    private void follow(MethodRef method, boolean isMoved, List<Step> steps) {
        if (steps.size() <= DEEPEST && !loops.isElsewhere(method) && !seen.contains(new Seen(method, false))
            && seen.add(new Seen(method, isMoved))) {
            open.add(new Open(method, isMoved, steps));
        }
    }

    /** The methods of the program that a call is handed as values. */
    Stream<MethodRef> handed(Call call, MethodCode method) {
        List<Origin> arguments = call.arguments();
        List<String> parameters = call.target().descriptor().parameters();
        return IntStream.range(0, parameters.size()).boxed()
            .flatMap(at -> Descriptor.classIn(parameters.get(at)).stream()
                .flatMap(type -> tasks.bodies(method, arguments.get(at), type).stream()));
    }

    /** Whether the method calls anything that the word stands for. */
    boolean says(Word word, MethodCode method) {
        return method.calls().stream().anyMatch(call -> loops.of(call.target()).filter(word::equals).isPresent());
    }

    private static List<Step> and(Open open, MethodCode method, Call call, String what) {
        List<Step> steps = new ArrayList<>(open.steps());
        steps.add(new Step(method.place(call), what));
        return List.copyOf(steps);
    }
}
