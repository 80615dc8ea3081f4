package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class WaitNotifyMisuseTest {

    private final RuleTest rule = RuleTest.of(new WaitNotifyMisuse());

    @Test
    void theMonitorOfAnotherObjectIsNotEnough() {
        rule.on("""
            import java.util.concurrent.locks.*;
            class Gate {
                private static final Object ALL = new Object();
                private final Object lock = new Object();
                private final Object other = new Object();
                private final Lock explicit = new ReentrantLock();
                private final Condition opened = explicit.newCondition();
                void none() throws InterruptedException {
                    wait(); // bug: `wait` on `this`, whose monitor this thread does not hold
                }
                synchronized void ofThis() {
                    lock.notifyAll(); // bug: `notifyAll` on `lock`, whose monitor this thread does not hold
                }
                void ofOther() throws InterruptedException {
                    synchronized (other) {
                        lock.wait(100); // bug: `wait` on `lock`
                    }
                }
                void ofStatic() {
                    ALL.notify(); // bug: `notify` on
                }
                private void helper() {
                    lock.notify(); // bug: `notify` on `lock`
                }
                void callsIt() {
                    helper();
                }
                void condition() {
                    explicit.lock();
                    try {
                        opened.notifyAll(); // bug: not the `signal` of a condition
                    } finally {
                        explicit.unlock();
                    }
                }
                void explicitLock() throws InterruptedException {
                    explicit.lock();
                    try {
                        opened.wait(); // bug: not the `await` of a condition
                    } finally {
                        explicit.unlock();
                    }
                }
            }
            """);
    }

    @Test
    void insideItsMonitorIsFine() {
        rule.on("""
            import java.util.*;
            class Fine {
                private final Object lock = new Object();
                private final Map<String, Object> locks = new HashMap<>();
                synchronized void ofThis() {
                    notifyAll(); // fine: the method is synchronized
                }
                void block() {
                    synchronized (lock) {
                        lock.notify(); // fine: inside
                    }
                }
                void local() throws InterruptedException {
                    Object mine = lock;
                    synchronized (mine) {
                        lock.wait(5); // fine: the same object
                    }
                }
                private void deeper() throws InterruptedException {
                    lock.wait(5); // fine: all callers hold the monitor
                }
                private void helper() throws InterruptedException {
                    deeper();
                }
                void caller() throws InterruptedException {
                    synchronized (lock) {
                        helper();
                    }
                }
                protected void primitive() {
                    notifyAll(); // fine: called by a lambda that runs inside the monitor
                }
                void runs() {
                    locked(() -> primitive());
                }
                private synchronized void locked(Runnable work) {
                    work.run();
                }
                void unknown(String name) {
                    Object some = locks.get(name);
                    synchronized (locks.get(name)) {
                        some.notify(); // fine: perhaps the same object
                    }
                }
                void given(Object some) {
                    some.notify(); // fine: perhaps the caller holds it
                }
                void notify(long count) {
                }
                void own() {
                    notify(5L); // fine: a method of its own
                }
                void naked() {
                    synchronized (lock) {
                        lock.notifyAll(); // fine: what has changed may have changed before
                    }
                }
            }
            """);
    }
}
