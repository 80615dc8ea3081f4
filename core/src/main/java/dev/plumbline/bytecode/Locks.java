package dev.plumbline.bytecode;

import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * The locks that are surely held before each instruction: monitors, {@code Lock.lock}, the stamps of a
 * {@code StampedLock}, synchronized methods, and what every caller holds. A must analysis: where paths meet, only what
 * is held on all of them stays. An optimistic stamp holds nothing.
 */
public final class Locks {

    private static final Callee ACQUIRES = Callee.of("java.util.concurrent.locks.Lock")
        .named("lock", "lockInterruptibly");
    private static final Callee TRIES = Callee.of("java.util.concurrent.locks.Lock").named("tryLock");
    private static final Callee RELEASES = Callee.of("java.util.concurrent.locks.Lock").named("unlock");
    private static final Callee VIEWS = Callee.of("java.util.concurrent.locks.ReadWriteLock")
        .named("readLock", "writeLock");
    private static final ClassName STAMPED = ClassName.of("java.util.concurrent.locks.StampedLock");
    private static final Callee STAMPS = Callee.of("java.util.concurrent.locks.StampedLock")
        .named("readLock", "readLockInterruptibly", "writeLock", "writeLockInterruptibly");
    private static final Callee STAMP_TRIES = Callee.of("java.util.concurrent.locks.StampedLock")
        .named("tryReadLock", "tryWriteLock");
    private static final Callee STAMP_TURNS = Callee.of("java.util.concurrent.locks.StampedLock")
        .named("tryConvertToReadLock", "tryConvertToWriteLock", "tryConvertToOptimisticRead");
    private static final Callee UNSTAMPS = Callee.of("java.util.concurrent.locks.StampedLock")
        .named("unlock", "unlockRead", "unlockWrite", "tryUnlockRead", "tryUnlockWrite");
    private static final Site ENTRY = new Site(-1);

    /** A lock and where it was taken, so that two critical sections on one lock are told apart. */
    private record Taken(Lock lock, Site at) {
    }

    private final MethodCode method;
    private final Map<Site, Set<Taken>> facts;

    private Locks(MethodCode method) {
        this.method = method;
        this.facts = Dataflow.solve(method.flow(), new Problem());
    }

    static Locks of(MethodCode method) {
        return new Locks(method);
    }

    /** Whether the method can hold any lock at all: cheap, asks for no frames. */
    public static boolean mayHold(MethodCode method) {
        if (method.header().isSynchronized() || method.ref().isConstructor() || method.ref().isStaticInitializer()
            || !method.surroundings().heldAtEntry(method.ref()).isEmpty()) {
            return true;
        }
        for (AbstractInsnNode node : method.node().instructions) {
            if (node.getOpcode() == Opcodes.MONITORENTER) {
                return true;
            }
        }
        return Stream.of(ACQUIRES, TRIES, STAMPS, STAMP_TRIES)
            .anyMatch(taking -> method.calls(taking).findAny().isPresent());
    }

    public Set<Lock> held(Site site) {
        return facts.getOrDefault(site, Set.of()).stream()
            .map(Taken::lock)
            .collect(Collectors.toUnmodifiableSet());
    }

    /** The instruction that took a lock that is held at the site; empty when it was held at entry. */
    public Optional<Site> takenAt(Lock lock, Site site) {
        return facts.getOrDefault(site, Set.of()).stream()
            .filter(taken -> taken.lock().equals(lock) && !taken.at().equals(ENTRY))
            .map(Taken::at)
            .min(Comparator.naturalOrder());
    }

    /** A lock held at both sites and not given up between them; a read lock only when {@code alsoShared}. */
    public boolean shared(Site first, Site second, boolean alsoShared) {
        Set<Taken> both = new HashSet<>(facts.getOrDefault(first, Set.of()));
        both.retainAll(facts.getOrDefault(second, Set.of()));
        return both.stream().anyMatch(taken -> alsoShared || !taken.lock().shared());
    }

    /** The lock that a {@code lock}, {@code tryLock} or {@code unlock} is about; sees through read and write views. */
    public static Lock lockOf(MethodCode method, Call call) {
        Origin receiver = call.receiver();
        if (call.target().owner().equals(STAMPED)) {
            return new Lock(receiver, call.name().contains("Read") || call.name().startsWith("read"));
        }
        Optional<Call> view = receiver.site().flatMap(method::call)
            .filter(maker -> VIEWS.matches(maker.target(), method.surroundings().index()));
        return view
            .map(maker -> new Lock(maker.receiver(), maker.name().equals("readLock")))
            .orElseGet(() -> viewed(method, receiver));
    }

    /** What is known to be returned by {@code readLock()} is called so, like a field that nobody reads. */
    private static Lock viewed(MethodCode method, Origin receiver) {
        String path = receiver.path();
        boolean isRead = path.endsWith(".readLock");
        boolean isView = (isRead || path.endsWith(".writeLock")) && receiver.base().isPresent()
            && method.fields().stream().noneMatch(access -> !access.isWrite() && access.path().equals(receiver));
        return isView ? new Lock(receiver.base().get(), isRead) : new Lock(receiver, false);
    }

    private final class Problem implements Dataflow<Set<Taken>> {

        private final ClassIndex index = method.surroundings().index();

        @Override
        public Set<Taken> atEntry() {
            Set<Taken> taken = new HashSet<>();
            method.surroundings().heldAtEntry(method.ref()).forEach(lock -> taken.add(new Taken(lock, ENTRY)));
            if (method.header().isSynchronized()) {
                Origin path = method.header().isStatic()
                    ? new Origin("class " + method.ref().owner().internal())
                    : Origin.THIS;
                taken.add(new Taken(new Lock(path, false), ENTRY));
            }
            return Set.copyOf(taken);
        }

        @Override
        public Set<Taken> meet(Set<Taken> first, Set<Taken> second) {
            Set<Taken> both = new HashSet<>(first);
            both.retainAll(second);
            return Set.copyOf(both);
        }

        @Override
        public Set<Taken> after(Edge edge, Set<Taken> before) {
            Site site = edge.from();
            int opcode = method.node().instructions.get(site.index()).getOpcode();
            if (opcode == Opcodes.MONITORENTER) {
                return taking(before, new Lock(method.origins().stack(site, 0), false), site);
            }
            if (opcode == Opcodes.MONITOREXIT) {
                return releasing(before, new Lock(method.origins().stack(site, 0), false));
            }
            if (edge.kind() == Edge.Kind.TAKEN || edge.kind() == Edge.Kind.NOT_TAKEN) {
                return tried(edge, before);
            }
            return method.call(site).map(call -> called(edge, call, before)).orElse(before);
        }

        private Set<Taken> called(Edge edge, Call call, Set<Taken> before) {
            if (RELEASES.matches(call.target(), index)) {
                return releasing(before, lockOf(method, call));
            }
            if (UNSTAMPS.matches(call.target(), index)) {
                return releasingStamp(before, call);
            }
            boolean acquires = edge.kind() != Edge.Kind.THROWN
                && (ACQUIRES.matches(call.target(), index) || STAMPS.matches(call.target(), index));
            return acquires ? taking(before, lockOf(method, call), call.site()) : before;
        }

        /** {@code if (lock.tryLock())}, {@code if (stamp != 0)}: held on the side where the result is not zero. */
        private Set<Taken> tried(Edge edge, Set<Taken> before) {
            return method.flow().branch(edge.from())
                .filter(branch -> !edge.to().equals(branch.whenZero()) && isZero(branch.against()))
                .flatMap(branch -> branch.tested().site())
                .flatMap(method::call)
                .map(call -> tried(call, before))
                .orElse(before);
        }

        private Set<Taken> tried(Call call, Set<Taken> before) {
            if (TRIES.matches(call.target(), index) || STAMP_TRIES.matches(call.target(), index)) {
                return taking(before, lockOf(method, call), call.site());
            }
            if (!STAMP_TURNS.matches(call.target(), index)) {
                return before;
            }
            Set<Taken> given = releasingStamp(before, call);
            return call.name().endsWith("OptimisticRead") ? given : taking(given, lockOf(method, call), call.site());
        }

        private boolean isZero(Origin origin) {
            return origin.path().equals("#0");
        }

        private Set<Taken> taking(Set<Taken> before, Lock lock, Site at) {
            Set<Taken> after = new HashSet<>(before);
            after.add(new Taken(lock, at));
            return Set.copyOf(after);
        }

        /** {@code unlock(stamp)} and conversions give up either mode, as the stamp says: both are gone then. */
        private Set<Taken> releasingStamp(Set<Taken> before, Call call) {
            Lock lock = lockOf(method, call);
            boolean saysMode = call.name().endsWith("Read") || call.name().endsWith("Write");
            return saysMode && !call.name().startsWith("tryConvert")
                ? releasing(before, lock)
                : releasing(releasing(before, new Lock(lock.path(), true)), new Lock(lock.path(), false));
        }

        /** Gives up the latest taking of the lock; an unknown lock may be any of them. */
        private Set<Taken> releasing(Set<Taken> before, Lock lock) {
            if (!lock.path().isKnown()) {
                return Set.of();
            }
            Set<Taken> after = new HashSet<>(before);
            before.stream()
                .filter(taken -> taken.lock().equals(lock))
                .max(Comparator.comparing(Taken::at))
                .ifPresent(after::remove);
            return Set.copyOf(after);
        }
    }
}
