package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Edge;
import dev.plumbline.bytecode.Flow;
import dev.plumbline.bytecode.Locks;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.program.SummaryKind;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The locks that a method gives back without having taken them, as access paths in its own words: those of a helper
 * such as {@code void unlock() { lock.unlock(); }}. Equal for one program, so that it is computed once.
 */
record ReleasedKind(Program program) implements SummaryKind<Set<String>> {

    @Override
    public Set<String> bottom() {
        return Set.of();
    }

    @Override
    public Set<String> unknown() {
        return Set.of();
    }

    @Override
    public Set<String> join(Set<String> first, Set<String> second) {
        Set<String> both = new TreeSet<>(first);
        both.addAll(second);
        return Set.copyOf(both);
    }

    @Override
    public Set<String> of(MethodCode method, Function<MethodRef, Set<String>> callees) {
        LockCalls locking = new LockCalls(program, callees);
        Set<String> released = new TreeSet<>();
        for (Call call : method.calls()) {
            if (locking.gives(call)) {
                addIfNotTaken(Locks.lockOf(method, call).path(), call, method, locking, released);
            } else if (!callees.apply(call.target()).isEmpty()) {
                Translation.toCaller(callees.apply(call.target()), call)
                    .forEach(path -> addIfNotTaken(new Origin(path), call, method, locking, released));
            }
        }
        return Set.copyOf(released);
    }

    private static void addIfNotTaken(Origin path, Call release, MethodCode method, LockCalls locking,
            Set<String> released) {
        Origin root = path.root();
        boolean hasName = root.equals(Origin.THIS) || root.isStaticField() || root.argument().isPresent();
        if (hasName && !released.contains(path.path()) && comesFirst(release, path, method, locking)) {
            released.add(path.path());
        }
    }

    /** Whether control comes to the release, no exception thrown, before the lock is taken. */
    static boolean comesFirst(Call release, Origin path, MethodCode method, LockCalls locking) {
        BitSet taking = new BitSet();
        locking.acquiring(method).stream()
            .filter(call -> Locks.lockOf(method, call).path().equals(path))
            .forEach(call -> taking.set(call.site().index()));
        if (taking.isEmpty()) {
            return true;
        }
        BitSet seen = new BitSet();
        Deque<Site> open = new ArrayDeque<>();
        open.add(new Site(0));
        while (!open.isEmpty()) {
            Site here = open.poll();
            if (here.equals(release.site())) {
                return true;
            }
            if (seen.get(here.index()) || taking.get(here.index())) {
                continue;
            }
            seen.set(here.index());
            for (Edge edge : method.flow().out(here)) {
                if (edge.kind() != Edge.Kind.THROWN && !edge.to().equals(Flow.EXIT)) {
                    open.add(edge.to());
                }
            }
        }
        return false;
    }
}
