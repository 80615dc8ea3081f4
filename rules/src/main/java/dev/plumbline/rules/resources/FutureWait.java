package dev.plumbline.rules.resources;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.MethodCode;
import java.util.List;
import java.util.Set;

/** Whether a method waits for a future's end without a limit. */
final class FutureWait {

    private static final Set<String> LIMITS = Set.of("orTimeout", "completeOnTimeout");
    private static final Set<String> ENDLESS = Set.of("join", "get");

    private FutureWait() {
    }

    static boolean isEndless(MethodCode method, Call future) {
        List<Lifetime.Use> uses = Lifetime.of(method, future.site(), use -> isStage(method, use)).uses();
        boolean endless = false;
        for (Lifetime.Use use : uses) {
            Call call = method.call(use.site()).orElse(null);
            if (call == null || use.kind() != Lifetime.Use.Kind.RECEIVER || LIMITS.contains(call.name())) {
                return false;
            }
            if (ENDLESS.contains(call.name())) {
                if (!call.target().descriptor().parameters().isEmpty()) {
                    return false;
                }
                endless = true;
            }
        }
        return endless;
    }

    private static boolean isStage(MethodCode method, Lifetime.Use use) {
        return use.kind() == Lifetime.Use.Kind.RECEIVER && method.call(use.site())
            .filter(call -> call.target().descriptor().result().equals("Ljava/util/concurrent/CompletableFuture;"))
            .isPresent();
    }
}
