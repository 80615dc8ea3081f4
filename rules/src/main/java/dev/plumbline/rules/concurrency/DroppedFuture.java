package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.Lifetime.Use;
import dev.plumbline.bytecode.MethodCode;
import java.util.List;
import java.util.Set;

/** Whether a future and the stages chained to it are let go of before anybody could hear of a failure. */
final class DroppedFuture {

    /** Stages that pass a failure on and tell nobody. */
    private static final Set<String> PASSING = Set.of("thenApply", "thenApplyAsync", "thenAccept", "thenAcceptAsync",
        "thenRun", "thenRunAsync", "thenCompose", "thenComposeAsync", "orTimeout", "toCompletableFuture", "copy");

    private DroppedFuture() {
    }

    static boolean isDropped(MethodCode method, Call made) {
        if (!method.origins().isKnown() || !method.origins().reached(made.site())) {
            return false;
        }
        List<Use> uses = Lifetime.of(method, made.site(), use -> isPassing(method, use)).uses();
        return uses.stream().allMatch(use -> isPassing(method, use));
    }

    private static boolean isPassing(MethodCode method, Use use) {
        return use.kind() == Use.Kind.RECEIVER
            && method.call(use.site()).filter(call -> PASSING.contains(call.name())).isPresent();
    }
}
