package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lock;
import dev.plumbline.bytecode.Locks;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Which calls of a method take a lock or permit and which give it back, directly or through a helper method. */
final class LockCalls {

    /** The names in the models; compared before the models are asked. */
    private static final Set<String> TAKING = Set.of("lock", "lockInterruptibly", "tryLock", "readLock", "writeLock",
        "tryReadLock", "tryWriteLock", "readLockInterruptibly", "writeLockInterruptibly", "acquire",
        "acquireUninterruptibly", "tryAcquire", "enter",
        "enterInterruptibly", "tryEnter", "enterIf", "enterIfInterruptibly", "tryEnterIf", "enterWhen",
        "enterWhenUninterruptibly");
    private static final Set<String> GIVING =
        Set.of("unlock", "unlockRead", "unlockWrite", "tryUnlockRead", "tryUnlockWrite", "release", "leave",
            "forceUnlock");

    private final Program program;
    private final Function<MethodRef, Set<String>> released;

    /** @param released what a method gives back that it did not take, see {@link ReleasedKind} */
    LockCalls(Program program, Function<MethodRef, Set<String>> released) {
        this.program = program;
        this.released = released;
    }

    /** Calls after which the lock is held. */
    List<Call> acquiring(MethodCode method) {
        return method.calls().stream().filter(call -> !gives(call) && isAboutLock(call)).toList();
    }

    /** Whether the lock is held only if the call returns {@code true}. */
    boolean tries(Call call) {
        return takes(call, "tries this");
    }

    /** Whether what is taken is a permit, which any thread may give back. */
    static boolean isPermit(Call call) {
        return call.name().endsWith("cquire") || call.name().startsWith("acquire");
    }

    /** Whether the call gives the lock back, or calls a method that does. */
    boolean releases(MethodCode method, Call call, Lock lock) {
        return gives(call)
            ? Locks.lockOf(method, call).path().equals(lock.path())
                || method.origins().inputs(call.receiver()).stream().anyMatch(input -> isOf(input, lock.path()))
            : Translation.toCaller(released.apply(call.target()), call).contains(lock.path().path());
    }

    /** The lock, or one of the two views of it that a variable may hold in turn. */
    private static boolean isOf(Origin given, Origin lock) {
        boolean isView = given.path().endsWith(".readLock") || given.path().endsWith(".writeLock");
        return given.equals(lock) || isView && given.base().filter(lock::equals).isPresent();
    }

    /** What a method gives back without having taken it, in its own words. */
    Set<String> releasedBy(MethodRef other) {
        return released.apply(other);
    }

    /** Whether the call is about a lock: it does not throw between what it guards. */
    boolean isAboutLock(Call call) {
        return gives(call) || takes(call, "acquires this") || tries(call);
    }

    /** Whether the call itself gives a lock or permit back. */
    boolean gives(Call call) {
        return GIVING.contains(call.name()) && (says(call, "releases this") || OwnLock.gives(call, program));
    }

    /** Whether taking it twice means giving it back twice. */
    boolean counts(Call call) {
        return takes(call, "acquires this") && (call.name().equals("lock") || call.name().equals("lockInterruptibly"));
    }

    private boolean takes(Call call, String fact) {
        return TAKING.contains(call.name()) && (says(call, fact) || OwnLock.fact(call, program).equals(fact));
    }

    private boolean says(Call call, String fact) {
        return program.models().facts(call.target(), program.index()).stream().anyMatch(said -> said.startsWith(fact));
    }
}
