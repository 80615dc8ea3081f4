package dev.plumbline.framework;

import dev.plumbline.name.MethodRef;
import dev.plumbline.program.CallGraph;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Which methods can be reached from which kinds of roots, and a shortest way to each. An immutable value. */
final class Reachability {

    private final Map<MethodRef, Set<Root.Kind>> kinds = new HashMap<>();
    private final Map<MethodRef, MethodRef> callers = new HashMap<>();

    private Reachability() {
    }

    /**
     * <ol>
     * <li>breadth first from all roots at once, in their order, noting who came to a method first: the shortest ways;
     * <li>breadth first from the roots of each kind: the kinds.
     * </ol>
     */
    static Reachability of(List<Root> roots, CallGraph calls) {
        Reachability found = new Reachability();
        found.findWays(roots.stream().map(Root::method).distinct().toList(), calls);
        for (Root.Kind kind : Root.Kind.values()) {
            found.spread(kind, roots.stream().filter(root -> root.kind() == kind).map(Root::method).toList(), calls);
        }
        return found;
    }

    private void findWays(List<MethodRef> roots, CallGraph calls) {
        roots.forEach(root -> callers.put(root, root));
        Queue<MethodRef> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            MethodRef method = open.remove();
            for (MethodRef callee : calls.callees(method)) {
                if (callers.putIfAbsent(callee, method) == null) {
                    open.add(callee);
                }
            }
        }
    }

    private void spread(Root.Kind kind, List<MethodRef> roots, CallGraph calls) {
        Queue<MethodRef> open = new ArrayDeque<>();
        roots.stream().filter(root -> mark(root, kind)).forEach(open::add);
        while (!open.isEmpty()) {
            calls.callees(open.remove()).stream().filter(callee -> mark(callee, kind)).forEach(open::add);
        }
    }

    private boolean mark(MethodRef method, Root.Kind kind) {
        return kinds.computeIfAbsent(method, name -> EnumSet.noneOf(Root.Kind.class)).add(kind);
    }

    Set<Root.Kind> kinds(MethodRef method) {
        return Collections.unmodifiableSet(kinds.getOrDefault(method, Set.of()));
    }

    Optional<List<MethodRef>> path(MethodRef method) {
        if (!callers.containsKey(method)) {
            return Optional.empty();
        }
        LinkedList<MethodRef> path = new LinkedList<>(List.of(method));
        while (!callers.get(path.getFirst()).equals(path.getFirst())) {
            path.addFirst(callers.get(path.getFirst()));
        }
        return Optional.of(List.copyOf(path));
    }
}
