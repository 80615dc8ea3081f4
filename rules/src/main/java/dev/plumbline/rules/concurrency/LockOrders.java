package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.rule.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of two orders of locks can meet in two threads. */
final class LockOrders {

    private static final Pattern UI = Pattern.compile("UiThread|MainThread");
    private static final int MOST = 200;

    private final Context context;
    private final LocksTaken kind;
    private final Map<MethodRef, Boolean> entered = new HashMap<>();

    LockOrders(Context context) {
        this.context = context;
        this.kind = new LocksTaken(context.program());
    }

    Optional<LockEdge> against(LockEdge edge, List<LockEdge> opposite) {
        return opposite.stream()
            .filter(other -> edge.opposes(other) && !mayBeOne(edge) && canMeet(edge.method(), other.method())
                && edge.isProven(kind) && other.isProven(kind) && (edge.isDefinite(kind) || other.isDefinite(kind))
                && !isTakenBefore(edge) && !isTakenBefore(other))
            .findFirst();
    }

    /** All that call the method hold the second lock already: this is not the order in which they are taken. */
    private boolean isTakenBefore(LockEdge edge) {
        List<MethodCode> callers = context.program().calls().callers(edge.method()).stream()
            .flatMap(caller -> context.program().method(caller).stream())
            .toList();
        return !callers.isEmpty() && callers.stream().allMatch(caller -> caller.calls().stream()
            .filter(call -> call.name().equals(edge.method().name())
                && context.program().calls().targets(call.target()).contains(edge.method()))
            .allMatch(call -> caller.locks().held(call.site()).stream()
                .anyMatch(lock -> LockName.of(lock.path(), caller, context.program())
                    .filter(edge.taken()::equals).isPresent())));
    }

    /** A class and its superclass: both names may mean one object. */
    private boolean mayBeOne(LockEdge edge) {
        ClassName held = new ClassName(edge.held());
        ClassName taken = new ClassName(edge.taken());
        return context.program().index().isSubtype(held, taken) || context.program().index().isSubtype(taken, held);
    }

    private boolean canMeet(MethodRef first, MethodRef second) {
        return isEntered(first) && isEntered(second) && !(isOnUi(first) && isOnUi(second))
            && !TaskExecutor.isShared(first, second, context.program());
    }

    /** Whether any thread may come there: through a method that is not private, or a task, or a lambda. */
    boolean isEntered(MethodRef method) {
        return entered.computeIfAbsent(method, this::find);
    }

    private boolean find(MethodRef method) {
        Set<MethodRef> seen = new HashSet<>(Set.of(method));
        Deque<MethodRef> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < MOST) {
            MethodRef next = open.remove();
            if (isOpen(next)) {
                return true;
            }
            context.program().calls().callers(next).stream().filter(seen::add).forEach(open::add);
        }
        return seen.size() >= MOST;
    }

    private boolean isOpen(MethodRef method) {
        if (method.isConstructor() || method.isStaticInitializer()) {
            return false;
        }
        return context.program().calls().isReferred(method)
            || header(method).filter(found -> !found.isPrivate() && !found.isSynthetic()).isPresent();
    }

    private boolean isOnUi(MethodRef method) {
        boolean ofMethod = header(method).stream()
            .flatMap(found -> found.annotations().stream())
            .anyMatch(annotation -> UI.matcher(annotation.type().simple()).matches());
        return ofMethod || context.program().index().find(method.owner()).stream()
            .flatMap((ClassHeader found) -> found.annotations().stream())
            .anyMatch(annotation -> UI.matcher(annotation.type().simple()).matches());
    }

    private Optional<MethodHeader> header(MethodRef method) {
        return context.program().method(method).map(MethodCode::header);
    }
}
