package dev.plumbline.rules.concurrency;

import dev.plumbline.framework.Root;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.rule.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Code that owns the thread it runs on: nobody above it waits to hear of an interruption. That is the body of a thread
 * or task, {@code main}, and what only these call.
 */
final class ThreadOwners {

    private static final int MOST = 50;
    private static final Set<ClassName> TASKS = Set.of(ClassName.of("java.lang.Runnable"),
        ClassName.of("java.util.concurrent.Callable"));
    private static final Set<Root.Kind> OWNING = Set.of(Root.Kind.TASK, Root.Kind.MAIN, Root.Kind.SCHEDULED);

    /** What the one method of a task is called, whatever framework runs it. */
    private static final Set<String> OWN_NAMES = Set.of("run", "call");

    private final Context context;

    ThreadOwners(Context context) {
        this.context = context;
    }

    boolean own(MethodRef method) {
        Set<MethodRef> seen = new HashSet<>(Set.of(method));
        Deque<MethodRef> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            MethodRef next = open.poll();
            if (isBody(next)) {
                continue;
            }
            List<MethodRef> callers = context.program().calls().callers(next);
            if (callers.isEmpty() || seen.size() > MOST) {
                return false;
            }
            callers.stream().filter(seen::add).forEach(open::add);
        }
        return true;
    }

    private boolean isBody(MethodRef method) {
        return TASKS.stream().anyMatch(task -> context.program().index().isSubtype(method.owner(), task))
            || OWN_NAMES.contains(method.name()) && method.descriptor().parameterText().equals("()")
            || method.name().equals("main")
            || context.roots().all().stream()
                .anyMatch(root -> root.method().equals(method) && OWNING.contains(root.kind()));
    }
}
