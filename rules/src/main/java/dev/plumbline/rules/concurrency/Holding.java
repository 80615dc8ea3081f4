package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Branch;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Edge;
import dev.plumbline.bytecode.Flow;
import dev.plumbline.bytecode.Hazard;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.Locks;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;
import dev.plumbline.bytecode.WayOut;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A lock in one method from the moment it is taken: where it is given back, and how the method can be left while it is
 * still held. Branches that lead round a release and come together behind it ask whether the lock is held, in words
 * that are not always understood, and count as asking right.
 */
final class Holding {

    private static final Set<String> LOGS = Set.of("trace", "debug", "info", "warn", "error", "log");
    private static final Callee COLLECTING = Callee.of("java.util.Collection").named("add", "addAll", "offer", "push");

    private static final Set<String> ASKS = Set.of("isHeldByCurrentThread", "isLocked", "isHeldExclusively",
        "isWriteLocked", "isReadLocked", "isWriteLockedByCurrentThread", "isOccupiedByCurrentThread",
        "isAcquiredInThisProcess");

    private final MethodCode method;
    private final Call taken;
    private final Lock lock;
    private final LockCalls locking;
    private final Set<Site> releases = new HashSet<>();
    private final Set<Edge> untaken = new HashSet<>();

    Holding(MethodCode method, Call taken, Lock lock, LockCalls locking) {
        this.method = method;
        this.taken = taken;
        this.lock = lock;
        this.locking = locking;
        for (Call call : method.calls()) {
            if (locking.releases(method, call, lock)) {
                releases.add(call.site());
            }
        }
        method.branches().forEach(this::close);
    }

    Call taken() {
        return taken;
    }

    Lock lock() {
        return lock;
    }

    /** Whether it is taken and given back on some path without exceptions: so the method means to. */
    boolean isGivenBackHere() {
        boolean entersHolding = releases.stream().flatMap(site -> method.call(site).stream())
            .anyMatch(release -> ReleasedKind.comesFirst(release, lock.path(), method, locking));
        return !entersHolding && isGivenBackWithoutException();
    }

    private boolean isGivenBackWithoutException() {
        return !firstReleases().isEmpty();
    }

    /** What gives it back first, on some path without exceptions. */
    private Set<Site> firstReleases() {
        Set<Site> first = new TreeSet<>();
        Set<Site> seen = new HashSet<>();
        Deque<Site> open = new ArrayDeque<>(List.of(taken.site()));
        while (!open.isEmpty()) {
            Site here = open.poll();
            if (releases.contains(here)) {
                first.add(here);
            } else if (seen.add(here)) {
                method.flow().out(here).stream()
                    .filter(edge -> edge.kind() != Edge.Kind.THROWN && !edge.to().equals(Flow.EXIT))
                    .filter(edge -> !untaken.contains(edge))
                    .forEach(edge -> open.add(edge.to()));
            }
        }
        return first;
    }

    /** Where the same lock was taken before, on every path, and is surely still held. */
    Optional<Call> takenBefore() {
        Flow flow = method.flow();
        return locking.counts(taken)
            ? locking.acquiring(method).stream()
                .filter(earlier -> !earlier.site().equals(taken.site()) && locking.counts(earlier))
                .filter(earlier -> Locks.lockOf(method, earlier).equals(lock))
                .filter(earlier -> flow.dominates(earlier.site(), taken.site()))
                .filter(earlier -> !flow.reaches(taken.site(), earlier.site()))
                .filter(earlier -> releases.stream().noneMatch(
                    release -> flow.reaches(earlier.site(), release) && flow.reaches(release, taken.site())))
                .findFirst()
            : Optional.empty();
    }

    /** A way out, no exception thrown, on which it is given back once and not again. */
    Optional<List<Edge>> wayOutAfterOneRelease() {
        return firstReleases().stream()
            .flatMap(release -> WayOut.after(method, release, edge -> edge.kind() != Edge.Kind.THROWN
                && !untaken.contains(edge)
                && (edge.from().equals(release) || !releases.contains(edge.from()))).stream())
            .findFirst();
    }

    /** As for the known libraries of that kind: a logger that throws is not what anybody guards against. */
    private static boolean isLogging(Call call) {
        return call.target().owner().simple().endsWith("Logger") && LOGS.contains(call.name());
    }

    /** Whether the object that is locked is put into a collection: who gets that gives the lock back. */
    boolean isCollected() {
        return method.calls(COLLECTING).anyMatch(call -> call.arguments().contains(lock.path()));
    }

    /** A lock made here is of this run of the method: who leaves it by an exception drops it. */
    boolean isMadeHere() {
        return lock.path().root().is("new");
    }

    /** Whether another method, or a lambda made here, gives it back without having taken it. */
    boolean isGivenBackElsewhere(Program program) {
        List<String> names = lock.path().fieldNames();
        String end = names.isEmpty() ? "" : "." + names.get(names.size() - 1);
        Stream<MethodRef> lambdas = method.lambdas().stream().map(Lambda::body);
        return (names.isEmpty() ? lambdas : family(program))
            .filter(other -> !other.equals(method.ref()))
            .flatMap(other -> locking.releasedBy(other).stream())
            .anyMatch(path -> path.endsWith(end));
    }

    /** The methods of this class and of all that share its source file. */
    private Stream<MethodRef> family(Program program) {
        ClassName outermost = method.ref().owner().outermost();
        return program.classes().stream()
            .filter(type -> type.name().outermost().equals(outermost))
            .flatMap(type -> type.methods().stream()
                .map(header -> new MethodRef(type.name(), header.name(), header.descriptor())));
    }

    /** @param least exceptions less likely than this are not followed */
    Optional<List<Edge>> wayOut(Hazard least) {
        return wayOut(edge -> edge.kind() != Edge.Kind.THROWN || isHazard(edge, least));
    }

    Optional<List<Edge>> wayOutWithoutException() {
        return wayOut(edge -> edge.kind() != Edge.Kind.THROWN);
    }

    private Optional<List<Edge>> wayOut(Predicate<Edge> followed) {
        return WayOut.after(method, taken.site(), edge -> !releases.contains(edge.from())
            && !untaken.contains(edge)
            && followed.test(edge));
    }

    private boolean isHazard(Edge edge, Hazard least) {
        return method.flow().hazard(edge).compareTo(least) >= 0
            && method.call(edge.from())
                .filter(call -> locking.isAboutLock(call) || ASKS.contains(call.name()) || isLogging(call))
                .isEmpty();
    }

    /** Closes the side of a branch that no execution takes while the lock is held. */
    private void close(Branch branch) {
        Flow flow = method.flow();
        boolean asks = asksForLock(branch);
        for (Edge edge : flow.out(branch.site())) {
            boolean zero = edge.to().equals(branch.whenZero());
            if (asks ? zero && !branch.taken().equals(branch.otherwise()) : leadsRoundRelease(branch, edge)) {
                untaken.add(edge);
            }
        }
    }

    /** {@code if (lock.tryLock())}, {@code if (locked)} after it, {@code if (lock != null)}. */
    private boolean asksForLock(Branch branch) {
        if (branch.isNullTest() && branch.tested().equals(lock.path())) {
            return true;
        }
        if (!branch.against().path().equals("#0")) {
            return false;
        }
        boolean isResult = taken.result().isKnown()
            && method.origins().inputs(branch.tested()).contains(taken.result());
        return isResult && locking.tries(taken) || branch.tested().site()
            .flatMap(method::call)
            .filter(call -> ASKS.contains(call.name()))
            .isPresent();
    }

    private boolean leadsRoundRelease(Branch branch, Edge edge) {
        Site other = edge.to().equals(branch.taken()) ? branch.otherwise() : branch.taken();
        Flow flow = method.flow();
        return releases.stream().anyMatch(release -> flow.dominates(other, release)
            && !flow.dominates(branch.site(), taken.site())
            && flow.reachesWithout(release, edge.to(), branch.site()));
    }
}
