package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class WaitNotInLoopTest {

    private final RuleTest rule = RuleTest.of(new WaitNotInLoop());

    @Test
    void whatIsWaitedForIsTestedBeforeAndAfterUnderTheLock() {
        rule.on("""
            import java.util.concurrent.locks.*;
            class Mailbox {
                private final Object lock = new Object();
                private final Lock explicit = new ReentrantLock();
                private final Condition filled = explicit.newCondition();
                private volatile boolean ready;
                void once() throws InterruptedException {
                    synchronized (lock) {
                        if (!ready) {
                            lock.wait(); // bug: `wait` is not in a loop
                        }
                    }
                }
                synchronized void never() throws InterruptedException {
                    wait(); // bug: `wait` is not in a loop
                }
                void await() throws InterruptedException {
                    explicit.lock();
                    try {
                        if (!ready) {
                            filled.await(); // bug: `await` is not in a loop
                        }
                    } finally {
                        explicit.unlock();
                    }
                }
                void tooLate() throws InterruptedException {
                    synchronized (lock) {
                        do {
                            lock.wait(); // bug: `wait` comes before the first test
                        } while (!ready);
                    }
                }
                void outside() throws InterruptedException {
                    while (!ready) {
                        synchronized (lock) {
                            lock.wait(); // bug: depends on a test made without the lock
                        }
                    }
                }
                void endless() throws InterruptedException {
                    synchronized (lock) {
                        while (true) {
                            lock.wait(); // bug: is in a loop that tests nothing
                            System.out.println("woken");
                        }
                    }
                }
            }
            """);
    }

    @Test
    void aLoopInsideTheLockIsFine() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            class Fine {
                private final Object lock = new Object();
                private final Lock explicit = new ReentrantLock();
                private final Condition filled = explicit.newCondition();
                private final Queue<String> queue = new ArrayDeque<>();
                private boolean ready;
                void loop() throws InterruptedException {
                    synchronized (lock) {
                        while (!ready) {
                            lock.wait(); // fine: tested before and after
                        }
                    }
                }
                void forEver() {
                    while (true) {
                        synchronized (lock) {
                            if (ready) {
                                return;
                            }
                            try {
                                lock.wait(); // fine: the next round tests again
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                return;
                            }
                        }
                    }
                }
                String await() throws InterruptedException {
                    explicit.lock();
                    try {
                        while (queue.isEmpty()) {
                            filled.await(); // fine: tested before and after
                        }
                        return queue.remove();
                    } finally {
                        explicit.unlock();
                    }
                }
                void pause() throws InterruptedException {
                    synchronized (lock) {
                        lock.wait(100); // fine: comes back by itself
                        filled.await(1, TimeUnit.SECONDS); // fine: the same
                    }
                }
                void asked(String work) throws InterruptedException {
                    synchronized (queue) {
                        queue.add(work);
                        do {
                            queue.wait(); // fine: what was just added can't have been taken yet
                        } while (queue.contains(work));
                    }
                }
                private void justWait() throws InterruptedException {
                    lock.wait(); // fine: the caller tests
                }
                void callsIt() throws InterruptedException {
                    synchronized (lock) {
                        while (!ready) {
                            justWait();
                        }
                    }
                }
            }
            """);
    }
}
