package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Branch;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A stretch of code under a lock: one that is left at once, or a call in it that waits.
 *
 * @param lock the lock's name
 * @param held the lock, in the method's words
 * @param site the call that waits; where the lock is taken when nothing does
 * @param waits whether it waits
 */
record LockedUse(String lock, Lock held, MethodRef method, Site site, boolean waits) {

    static List<LockedUse> in(MethodCode method, WaitingCalls kind) {
        if (method.ref().isConstructor() || method.ref().isStaticInitializer() || !LockTaking.isIn(method)) {
            return List.of();
        }
        List<LockedUse> found = new ArrayList<>();
        for (Call call : method.calls()) {
            Waiting waiting = kind.of(call, method, kind::known);
            if (waiting.isAny()) {
                waits(method, call, waiting, kind.program()).forEach(found::add);
            }
        }
        Set<Lock> waited = new HashSet<>();
        found.forEach(use -> waited.add(use.held()));
        for (LockTaking taking : LockTaking.in(method, kind.program())) {
            boolean isHeldBefore = method.surroundings().heldAtEntry(method.ref()).contains(taking.lock());
            if (!isHeldBefore && !waited.contains(taking.lock())
                && !LocksTaken.isUnshared(taking.lock().path(), method)) {
                LockName.of(taking.lock().path(), method, kind.program()).ifPresent(name -> found
                    .add(new LockedUse(name, taking.lock(), method.ref(), taking.site(), false)));
            }
        }
        return found;
    }

    private static List<LockedUse> waits(MethodCode method, Call call, Waiting waiting, Program program) {
        Set<Lock> all = method.locks().held(call.site());
        if (all.isEmpty() || all.contains(Lock.UNSHARED) || isFirstUse(method, call)) {
            return List.of();
        }
        List<LockedUse> found = new ArrayList<>();
        Set<Lock> atEntry = method.surroundings().heldAtEntry(method.ref());
        for (Lock lock : all) {
            Optional<String> name = lock.shared() || isReadLock(lock) || atEntry.contains(lock)
                || LocksTaken.isUnshared(lock.path(), method)
                    ? Optional.empty()
                    : LockName.of(lock.path(), method, program);
            name.filter(held -> waiting.releases().filter(held::equals).isEmpty())
                .ifPresent(held -> found.add(new LockedUse(held, lock, method.ref(), call.site(), true)));
        }
        return found;
    }

    /** A field that holds the read lock of a pair says so in its name. */
    private static boolean isReadLock(Lock lock) {
        return lock.path().path().toLowerCase(Locale.ROOT).endsWith("readlock");
    }

    /** {@code if (client == null) client = connect()}: the others wait for what they need, too. */
    private static boolean isFirstUse(MethodCode method, Call call) {
        return method.branches().stream()
            .filter(test -> test.tested().isField())
            .filter(test -> method.flow().dominates(test.site(), call.site()))
            .anyMatch(test -> isWritten(test, method));
    }

    private static boolean isWritten(Branch test, MethodCode method) {
        return method.fields().stream().filter(FieldAccess::isWrite)
            .anyMatch(write -> write.path().equals(test.tested()));
    }
}
