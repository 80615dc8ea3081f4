package dev.plumbline.rules.concurrency;

import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.Settings;
import java.util.List;
import java.util.function.Function;

/** Threads that share state without saying how. */
public final class ConcurrencyPack implements RulePack {

    @Override
    public String id() {
        return "concurrency";
    }

    @Override
    public List<Function<Settings, Rule>> rules() {
        return List.of(
            settings -> new AsyncExceptionLost(),
            settings -> new AsyncThenImmediateJoin(),
            settings -> new BlockingInEventLoop(),
            settings -> new BlockingWhileLocked(),
            settings -> new CheckThenInsertRace(),
            settings -> new ConcurrentMapCompound(),
            settings -> new ContextLostAcrossAsync(),
            settings -> new GuardedByViolation(),
            settings -> new InconsistentSynchronization(),
            settings -> new InterruptLost(),
            settings -> new LazyInitRace(),
            settings -> new LockLeakOnException(),
            settings -> new LockOnUnstableIdentity(),
            settings -> new LockOrderInversion(),
            settings -> new LostUpdateReadModifyWrite(),
            settings -> new NonthreadsafeObjectShared(),
            settings -> new PoolSelfDeadlock(),
            settings -> new RedisLockUnsafe(),
            settings -> new ScheduledTaskDies(),
            settings -> new SharedBeanMutableState(),
            settings -> new ThisEscape(),
            settings -> new ThreadRunDirect(),
            settings -> new UnsafeCollectionShared(),
            settings -> new VolatileCompoundUpdate(),
            settings -> new VthreadMisuse(),
            settings -> new WaitNotInLoop(),
            settings -> new WaitNotifyMisuse());
    }
}
