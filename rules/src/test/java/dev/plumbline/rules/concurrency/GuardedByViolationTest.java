package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class GuardedByViolationTest {

    private final RuleTest rule = RuleTest.of(new GuardedByViolation());

    @Test
    void theNamedLockIsAskedFor() {
        rule.on("""
            import javax.annotation.concurrent.GuardedBy;
            import java.util.concurrent.locks.*;
            class Account {
                private static final Object ALL = new Object();
                private final Lock lock = new ReentrantLock();
                private final Object other = new Object();
                @GuardedBy("this") private int own;
                @GuardedBy("lock") private int locked;
                @GuardedBy("Account.class") private static int shared;
                @GuardedBy("ALL") private static int all;
                Account() { own = 1; locked = 1; } // fine: being made
                int own() { return own; } // bug: `own` is read without `this`
                synchronized int ownLocked() { return own; } // fine: held
                void locked() { lock.lock(); try { locked++; } finally { lock.unlock(); } } // fine: held
                void wrong() { synchronized (other) { locked = 2; } } // bug: `locked` is written without `lock`
                static int shared() { return shared; } // bug: `shared` is read
                static synchronized int sharedLocked() { return shared; } // fine: held
                static int all() { synchronized (ALL) { return all; } } // fine: held
            }
            """);
    }

    @Test
    void callersCanHoldIt() {
        rule.on("""
            import javax.annotation.concurrent.GuardedBy;
            class Queue {
                private final Object lock = new Object();
                @GuardedBy("lock") private int size;
                void add() { synchronized (lock) { grow(); } }
                private void grow() { size++; } // fine: its only caller holds it
                @GuardedBy("lock") void shrink() { size--; } // fine: promised
                @GuardedBy("one or the other") private int unclear;
                int unclear() { return unclear; } // fine: no lock that can be found
                Queue copy() { Queue made = new Queue(); made.size = 3; return made; } // fine: nobody else has it
            }
            """);
    }
}
