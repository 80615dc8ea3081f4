package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.EventLoops;
import dev.plumbline.framework.EventLoops.Word;
import dev.plumbline.rule.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The places of one method where an event loop enters the program. */
final class LoopStarts {

    private static final String VERTX = "io/vertx/";

    private final EventLoops loops;
    private final LoopWalk walk;
    private final BlockingCalls blocking;

    LoopStarts(Context context, EventLoops loops) {
        this.loops = loops;
        this.walk = new LoopWalk(context, loops);
        this.blocking = new BlockingCalls(context, loops);
    }

    List<LoopStart> in(MethodCode method) {
        List<LoopStart> starts = new ArrayList<>();
        if (loops.isEntered(method)) {
            starts.add(new LoopStart(method.ref(), new Step(method.place(new Site(0)),
                "`" + method.ref().display() + "` is called on an event loop"), false));
        }
        for (Call call : method.calls()) {
            Optional<Word> word = loops.of(call.target());
            boolean isStart = word.filter(Word.LOOPS::equals).isPresent()
                || word.filter(Word.EMITS::equals).isPresent() && isAnswered(call, method);
            if (isStart && method.written(call.site()) && method.origins().reached(call.site())) {
                Step step = new Step(method.place(call), "what `" + call.target().display()
                    + "` is handed runs on an event loop");
                boolean isOfVertx = call.target().owner().internal().startsWith(VERTX);
                walk.handed(call, method).forEach(body -> starts.add(new LoopStart(body, step, isOfVertx)));
            }
        }
        return starts;
    }

    /** Whether the chain begins with a question to somebody far away, whose answers arrive on an event loop. */
    private boolean isAnswered(Call operator, MethodCode method) {
        Set<Origin> seen = new HashSet<>();
        Origin upstream = operator.kind() == Call.Kind.STATIC ? Origin.UNKNOWN : operator.receiver();
        while (seen.add(upstream)) {
            Optional<Call> maker = upstream.is("call") ? upstream.site().flatMap(method::call) : Optional.empty();
            if (maker.isEmpty() || loops.of(maker.get().target()).filter(Word.MOVES::equals).isPresent()) {
                return false;
            }
            if (blocking.asksFromAfar(maker.get())) {
                return !walk.says(Word.MOVES, method);
            }
            upstream = maker.get().kind() == Call.Kind.STATIC ? Origin.UNKNOWN : maker.get().receiver();
        }
        return false;
    }

    /** Whether the method deploys workers, which then run what the library calls handlers. */
    boolean hasWorkers(MethodCode method) {
        return walk.says(Word.WORKERS, method);
    }
}
