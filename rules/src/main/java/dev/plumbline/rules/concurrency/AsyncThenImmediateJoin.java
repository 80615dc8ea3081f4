package dev.plumbline.rules.concurrency;

import static dev.plumbline.finding.Severity.WARNING;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.Lifetime.Use;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Tasks;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@RuleInfo(
    title = "A task is started and waited for at once",
    severity = WARNING,
    confidence = Confidence.HIGH,
    cwe = {1176},
    since = "0.1",
    preview = true,
    why = """
        The code looks parallel and runs one step at a time: each task is waited for before the next is started. It is
        slower than a plain call, it holds two threads where one would do, and whoever reads it believes that the work
        is spread.""",
    instead = """
        Start all tasks first, collect the futures, and wait for them after the loop. If there is nothing to do
        meanwhile, call the work directly.""",
    silent = {
        "waits with a limit: `get(1, SECONDS)` on a single call is a way to give up",
        "a single task for an executor that was named: the thread may be the point",
        "futures that are used in any other way, and work between start and wait"
    },
    bad = """
        import java.util.*;
        import java.util.concurrent.*;
        class Prices {
            List<Integer> all(List<String> names) {
                List<Integer> prices = new ArrayList<>();
                for (String name : names) {
                    prices.add(CompletableFuture.supplyAsync(() -> price(name)).join()); // bug: `join` waits at once
                }
                return prices;
            }
            private int price(String name) {
                return name.length();
            }
        }""",
    good = """
        import java.util.*;
        import java.util.concurrent.*;
        class Prices {
            List<Integer> all(List<String> names) {
                List<CompletableFuture<Integer>> prices = names.stream()
                    .map(name -> CompletableFuture.supplyAsync(() -> price(name)))
                    .toList();
                return prices.stream().map(CompletableFuture::join).toList();
            }
            private int price(String name) {
                return name.length();
            }
        }""")
public final class AsyncThenImmediateJoin implements MethodRule {

    private static final Callee STAGE =
        Callee.of("java.util.concurrent.CompletableFuture").named("supplyAsync", "runAsync");
    private static final Callee SUBMIT = Callee.of("java.util.concurrent.ExecutorService").named("submit");
    private static final Callee OTHER_POOL = Callee.of("java.util.concurrent.ForkJoinPool");
    private static final Set<String> WAITS = Set.of("join", "get");

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        for (Call call : method.calls()) {
            boolean isStage = STAGE.matches(call.target(), method.surroundings().index());
            boolean isSubmit = !isStage && SUBMIT.matches(call.target(), method.surroundings().index())
                && !OTHER_POOL.matches(call.target(), method.surroundings().index());
            if (isStage || isSubmit) {
                waitedForAtOnce(method, call)
                    .filter(wait -> method.flow().reaches(call.site(), call.site())
                        || isStage && call.target().descriptor().parameters().size() == 1)
                    .filter(wait -> Tasks.of(context.program()).handedTo(call, method).size() == 1)
                    .ifPresent(wait -> out.report(method.place(call),
                        "`" + wait.name() + "` waits at once for what `" + call.name()
                            + "` starts: nothing runs at the same time",
                        new Step(method.place(call), "the task is started here"),
                        new Step(method.place(wait), "and waited for here, before anything else is done")));
            }
        }
    }

    /** The wait without a limit, when it is all that is done with the future and the next call of all. */
    private static Optional<Call> waitedForAtOnce(MethodCode method, Call call) {
        List<Call> after = method.calls().stream().filter(next -> next.site().compareTo(call.site()) > 0).toList();
        if (after.isEmpty() || !WAITS.contains(after.get(0).name())
            || !after.get(0).target().descriptor().parameters().isEmpty()) {
            return Optional.empty();
        }
        List<Use> uses = Lifetime.of(method, call.site(), use -> false).uses();
        boolean onlyWait = uses.size() == 1 && uses.get(0).kind() == Use.Kind.RECEIVER
            && uses.get(0).site().equals(after.get(0).site());
        return onlyWait ? Optional.of(after.get(0)) : Optional.empty();
    }
}
