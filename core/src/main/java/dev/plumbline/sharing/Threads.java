package dev.plumbline.sharing;

import dev.plumbline.framework.Root;
import dev.plumbline.framework.Roots;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.CallGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** From which roots a method is entered, and whether two methods can run at the same time. */
public final class Threads {

    /** Methods that are looked at on the way back to the roots; what more callers have is not followed. */
    private static final int MOST = 400;

    /**
     * Two roots that can run at the same time; twice the same when a framework runs it on many threads.
     *
     * @param first enters the first of the two methods
     * @param second enters the second
     */
    public record Meeting(Root first, Root second) {
    }

    private final CallGraph calls;
    private final Map<MethodRef, List<Root>> roots = new HashMap<>();
    private final Map<ClassName, Integer> tasks = new HashMap<>();
    private final Map<MethodRef, SortedSet<Root>> entering = new ConcurrentHashMap<>();

    Threads(Roots all, CallGraph calls) {
        this.calls = calls;
        for (Root root : all.all()) {
            roots.computeIfAbsent(root.method(), name -> new ArrayList<>()).add(root);
            if (root.kind() == Root.Kind.TASK) {
                tasks.merge(root.method().owner().outermost(), 1, Integer::sum);
            }
        }
    }

    /** How many tasks are written in the file of a class: what its objects hand to other threads. */
    public int tasksIn(ClassName outermost) {
        return tasks.getOrDefault(outermost, 0);
    }

    /** The roots from which the method can be reached, itself included, in order. */
    public SortedSet<Root> entering(MethodRef method) {
        SortedSet<Root> known = entering.get(method);
        if (known == null) {
            known = find(method);
            entering.put(method, known);
        }
        return known;
    }

    /**
     * Two threads in the two methods at once: one root that many threads enter reaches both, or two different ones do
     * and one of them is concurrent. Start-up and {@code main} come before the rest and meet nobody.
     */
    public Optional<Meeting> meeting(MethodRef first, MethodRef second) {
        for (Root one : entering(first)) {
            for (Root other : entering(second)) {
                if (canMeet(one, other)) {
                    return Optional.of(new Meeting(one, other));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean canMeet(Root one, Root other) {
        if (isBefore(one) || isBefore(other)) {
            return false;
        }
        boolean isSame = one.method().equals(other.method());
        return isSame
            ? one.kind().isConcurrent() && one.kind() != Root.Kind.TASK
            : one.kind().isConcurrent() || other.kind().isConcurrent();
    }

    private static boolean isBefore(Root root) {
        return root.kind() == Root.Kind.MAIN || root.kind() == Root.Kind.STARTUP;
    }

    /** A task is a root of its own: that its maker is reached from elsewhere does not enter it. */
    private SortedSet<Root> find(MethodRef method) {
        SortedSet<Root> found = new TreeSet<>();
        Set<MethodRef> seen = new HashSet<>(Set.of(method));
        Deque<MethodRef> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < MOST) {
            MethodRef next = open.remove();
            List<Root> here = roots.getOrDefault(next, List.of());
            found.addAll(here);
            if (here.stream().noneMatch(root -> root.kind() == Root.Kind.TASK)) {
                calls.callers(next).stream().filter(seen::add).forEach(open::add);
            }
        }
        return found;
    }
}
