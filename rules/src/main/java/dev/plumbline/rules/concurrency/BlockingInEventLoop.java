package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.EventLoops;
import dev.plumbline.framework.Root;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.ProgramRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@RuleInfo(
    title = "A call blocks the thread of an event loop",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {1088},
    since = "0.1",
    preview = true,
    why = """
        An event loop has about as many threads as the machine has cores, and each serves thousands of connections.
        While one of them waits for a database, another service, a future or a sleep, all its connections stand still,
        also those that have nothing to do with it. As many slow answers as there are cores stop the whole server; and
        what is waited for may need the very thread that waits, so that nothing ever ends.""",
    instead = """
        Use the client that answers with a reactive type or a future. What can only block goes to threads that are there
        for it: `Mono.fromCallable(...).subscribeOn(Schedulers.boundedElastic())`, `emitOn(...)`, `executeBlocking`,
        `@Blocking`, a group of its own for the Netty handler, or an executor.""",
    silent = {
        "chains that are moved to other threads anywhere in the method or on the way to it, and code that asks first"
            + " whether its thread may wait",
        "handlers with an `EventExecutorGroup` of their own; programs that deploy worker verticles",
        "methods marked as blocking; tasks handed to executors; programs' `main` and start-up",
        "operators of a chain that nothing shows to run on an event loop",
        "Spring controllers that MVC may serve",
        "methods with several implementations, and what is more than five calls away",
        "files that are read or written through streams somebody else has opened"
    },
    bad = """
        import org.springframework.web.bind.annotation.*;
        import org.springframework.web.client.RestTemplate;
        import reactor.core.publisher.Mono;
        @RestController
        class Prices {
            private final RestTemplate rest = new RestTemplate();
            @GetMapping("/price")
            Mono<String> price(String id) {
                return Mono.just(id)
                    .map(key -> rest.getForObject("http://prices/{id}", String.class, key)); // bug: blocks a thread
            }
        }""",
    good = """
        import org.springframework.web.bind.annotation.*;
        import org.springframework.web.client.RestTemplate;
        import reactor.core.publisher.Mono;
        import reactor.core.scheduler.Schedulers;
        @RestController
        class Prices {
            private final RestTemplate rest = new RestTemplate();
            @GetMapping("/price")
            Mono<String> price(String id) {
                return Mono.fromCallable(() -> rest.getForObject("http://prices/{id}", String.class, id))
                    .subscribeOn(Schedulers.boundedElastic());
            }
        }""")
public final class BlockingInEventLoop implements ProgramRule<BlockingInEventLoop.Facts> {

    /**
     * What one file says of event loops.
     *
     * @param grouped handlers that have threads of their own
     * @param hasWorkers whether handlers of Vert.x may be run by workers
     */
    record Facts(List<LoopStart> starts, Set<ClassName> grouped, boolean hasWorkers) {
    }

    @Override
    public List<Facts> collect(Unit unit, Context context) {
        EventLoops loops = EventLoops.of(context.program());
        LoopStarts finder = new LoopStarts(context, loops);
        List<LoopStart> starts = new ArrayList<>();
        Set<ClassName> grouped = new HashSet<>();
        boolean hasWorkers = false;
        for (MethodCode method : unit.methods().toList()) {
            starts.addAll(finder.in(method));
            grouped.addAll(loops.grouped(method));
            hasWorkers = hasWorkers || finder.hasWorkers(method);
        }
        boolean isNothing = starts.isEmpty() && grouped.isEmpty() && !hasWorkers;
        return isNothing ? List.of() : List.of(new Facts(starts, grouped, hasWorkers));
    }

    @Override
    public void check(List<Facts> facts, Context context, Sink out) {
        EventLoops loops = EventLoops.of(context.program());
        Set<ClassName> grouped = new HashSet<>();
        facts.forEach(file -> grouped.addAll(file.grouped()));
        boolean hasWorkers = facts.stream().anyMatch(Facts::hasWorkers);
        List<LoopStart> starts = new ArrayList<>(requests(context, loops));
        for (Facts file : facts) {
            file.starts().stream()
                .filter(start -> !grouped.contains(start.method().owner()) && !(hasWorkers && start.isOfVertx()))
                .forEach(starts::add);
        }
        for (LoopWalk.Found found : new LoopWalk(context, loops).from(starts)) {
            out.report(found.method().place(found.call()),
                "`" + found.call().target().display() + "` blocks a thread of an event loop", found.steps());
        }
    }

    /** The methods for requests that answer with a reactive type. */
    private static List<LoopStart> requests(Context context, EventLoops loops) {
        ReactiveWeb web = new ReactiveWeb(context.program());
        List<LoopStart> starts = new ArrayList<>();
        for (Root root : context.roots().all()) {
            MethodRef method = root.method();
            if (root.kind() == Root.Kind.REQUEST && loops.givesStream(method) && web.serves(method)) {
                context.program().method(method).ifPresent(code -> starts.add(new LoopStart(method,
                    new Step(code.place(new Site(0)), "`" + method.display() + "` is called on an event loop"),
                    false)));
            }
        }
        return starts;
    }
}
