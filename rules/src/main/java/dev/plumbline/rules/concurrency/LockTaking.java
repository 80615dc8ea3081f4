package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.Locks;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One place where a method waits for a lock: a block, {@code lock()}, or, without a site, its own
 * {@code synchronized}. A {@code tryLock} does not wait.
 */
record LockTaking(Lock lock, Site site) {

    static final Site ENTRY = new Site(-1);
    private static final Callee WAITS = Callee.of("java.util.concurrent.locks.Lock")
        .named("lock", "lockInterruptibly");
    private static final Callee STAMPS = Callee.of("java.util.concurrent.locks.StampedLock")
        .named("readLock", "readLockInterruptibly", "writeLock", "writeLockInterruptibly");
    private static final Set<String> LOCKING = Set.of("lock", "lockInterruptibly", "tryLock", "readLock", "writeLock",
        "readLockInterruptibly", "writeLockInterruptibly", "tryReadLock", "tryWriteLock");

    /** All of them in the order of the code. Cheap when there are none. */
    static List<LockTaking> in(MethodCode method, Program program) {
        List<LockTaking> found = new ArrayList<>();
        if (method.header().isSynchronized()) {
            found.add(new LockTaking(own(method), ENTRY));
        }
        for (Site enter : method.monitors()) {
            found.add(new LockTaking(new Lock(method.origins().stack(enter, 0), false), enter));
        }
        method.calls().stream()
            .filter(call -> isWaiting(call, program))
            .forEach(call -> found.add(new LockTaking(Locks.lockOf(method, call), call.site())));
        return found;
    }

    /** Whether there is any, tried ones included; asks for no frames. */
    static boolean isIn(MethodCode method) {
        boolean mayHold = method.ref().isConstructor() || method.ref().isStaticInitializer() || Locks.mayHold(method);
        return mayHold && (method.header().isSynchronized()
            || method.calls().stream().anyMatch(call -> LOCKING.contains(call.name()))
            || !method.monitors().isEmpty());
    }

    private static boolean isWaiting(Call call, Program program) {
        return WAITS.matches(call.target(), program.index()) || STAMPS.matches(call.target(), program.index());
    }

    private static Lock own(MethodCode method) {
        Origin path = method.header().isStatic()
            ? new Origin("class " + method.ref().owner().internal())
            : Origin.THIS;
        return new Lock(path, false);
    }
}
