package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class LockLeakOnExceptionTest {

    private final RuleTest rule = RuleTest.of(new LockLeakOnException());

    @Test
    void anExceptionOnTheWayLeavesTheLockLocked() {
        rule.on("""
            import java.io.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            class Journal {
                private final Lock lock = new ReentrantLock();
                private final ReadWriteLock rw = new ReentrantReadWriteLock();
                private final StampedLock stamped = new StampedLock();
                private final Semaphore slots = new Semaphore(2);
                private final Writer out = new StringWriter();
                void plain(String line) throws IOException {
                    lock.lock(); // bug: `lock` stays locked when `write` throws
                    out.write(line);
                    lock.unlock();
                }
                void view(String line) throws IOException {
                    rw.writeLock().lock(); // bug: stays locked when `write` throws
                    out.write(line);
                    rw.writeLock().unlock();
                }
                void stamp(String line) throws IOException {
                    long stamp = stamped.writeLock(); // bug: `stamped` stays locked when `write` throws
                    out.write(line);
                    stamped.unlockWrite(stamp);
                }
                void permit(String line) throws IOException, InterruptedException {
                    slots.acquire(); // bug: a permit of `slots` is not given back when `write` throws
                    out.write(line);
                    slots.release();
                }
                void tooEarly(String line) throws IOException {
                    lock.lock(); // bug: stays locked when `write` throws
                    out.write(line);
                    try {
                        out.flush();
                    } finally {
                        lock.unlock();
                    }
                }
                void caughtWithoutRelease(String line) {
                    lock.lock(); // bug: stays locked when `write` throws
                    try {
                        out.write(line);
                        lock.unlock();
                    } catch (IOException e) {
                        System.err.println(e);
                    }
                }
                void early(String line) {
                    lock.lock(); // bug: stays locked on the path that leaves
                    if (line.isEmpty()) {
                        return;
                    }
                    System.out.println(line);
                    lock.unlock();
                }
                boolean tried(String line) throws IOException {
                    if (!lock.tryLock()) { // bug: stays locked when `write` throws
                        return false;
                    }
                    out.write(line);
                    lock.unlock();
                    return true;
                }
            }
            """);
    }
}
