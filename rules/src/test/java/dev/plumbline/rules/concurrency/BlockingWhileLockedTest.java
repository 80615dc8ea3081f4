package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class BlockingWhileLockedTest {

    private final RuleTest rule = RuleTest.of(new BlockingWhileLocked());

    @Test
    void waitsUnderALockThatOthersNeed() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            class Slow {
                private final Object lock = new Object();
                private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
                private final Map<String, String> cache = new HashMap<>();
                String quick(String key) {
                    synchronized (lock) {
                        return cache.get(key);
                    }
                }
                void sleeps() throws InterruptedException {
                    synchronized (lock) {
                        Thread.sleep(1000); // bug: `Thread.sleep` waits while `lock` is locked
                    }
                }
                void future(String key, Future<String> value) throws Exception {
                    synchronized (lock) {
                        cache.put(key, value.get()); // bug: `Future.get` waits while `lock` is locked
                    }
                }
                void behindCalls(String key) throws Exception {
                    synchronized (lock) {
                        cache.put(key, load(key)); // bug: `Thread.sleep` waits while `lock` is locked
                        answer(new CountDownLatch(1)); // missed: the latch may be open, and the callee may know
                    }
                }
                private String load(String key) throws Exception {
                    return retry();
                }
                private String retry() throws Exception {
                    Thread.sleep(1000);
                    return "";
                }
                private String answer(CountDownLatch latch) throws Exception {
                    latch.await();
                    return "";
                }
                void written() throws Exception {
                    rw.writeLock().lock();
                    try {
                        Thread.sleep(1000); // bug: `Thread.sleep` waits while `rw` is locked
                    } finally {
                        rw.writeLock().unlock();
                    }
                }
                String read() throws Exception {
                    rw.readLock().lock();
                    try {
                        Thread.sleep(1000); // fine: other readers do not wait
                        return cache.toString();
                    } finally {
                        rw.readLock().unlock();
                    }
                }
                int size() {
                    rw.writeLock().lock();
                    try {
                        return cache.size();
                    } finally {
                        rw.writeLock().unlock();
                    }
                }
                synchronized void nested() throws InterruptedException {
                    synchronized (lock) {
                        lock.wait(); // bug: `Object.wait` waits while the `Slow` is locked
                    }
                }
                synchronized void other() {
                    cache.clear();
                }
            }
            """);
    }

    @Test
    void waitingThatIsMeantOrShort() {
        rule.on("""
            import java.net.*;
            import java.sql.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.locks.*;
            class Meant {
                private final Object lock = new Object();
                private final Object io = new Object();
                private final Lock explicit = new ReentrantLock();
                private final Condition filled = explicit.newCondition();
                private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
                private final Executor executor = Runnable::run;
                private Thread worker;
                private Connection connection;
                private int count;
                void quick() {
                    synchronized (lock) {
                        count++;
                    }
                }
                void waits() throws InterruptedException {
                    synchronized (lock) {
                        while (count == 0) {
                            lock.wait(); // fine: gives the lock up
                        }
                    }
                }
                void waitsBehindACall() throws InterruptedException {
                    synchronized (lock) {
                        waits(); // fine: gives this lock up
                    }
                }
                void awaits() throws InterruptedException {
                    explicit.lock();
                    try {
                        while (count == 0) {
                            filled.await(); // fine: gives the lock up
                        }
                    } finally {
                        explicit.unlock();
                    }
                }
                void counts() {
                    explicit.lock();
                    count++;
                    explicit.unlock();
                }
                void sends(URL url) throws Exception {
                    synchronized (io) {
                        url.openStream().close(); // fine: all that the lock is for
                    }
                }
                void receives(URL url) throws Exception {
                    synchronized (io) {
                        url.openStream().close(); // fine: all that the lock is for
                    }
                }
                void bounded(Future<String> value) throws Exception {
                    synchronized (lock) {
                        value.get(1, TimeUnit.SECONDS); // fine: has a limit
                        worker.join(100); // fine: has a limit
                        Thread.sleep(10); // fine: short
                        queue.put(""); // fine: the queue has no bound
                    }
                }
                void done(Future<String> value) throws Exception {
                    synchronized (lock) {
                        if (value.isDone()) {
                            value.get(); // fine: it is done
                        }
                    }
                }
                void later() {
                    synchronized (lock) {
                        executor.execute(() -> {
                            try {
                                Thread.sleep(1000); // fine: runs elsewhere
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
                    }
                }
                Connection first() throws SQLException {
                    synchronized (lock) {
                        if (connection == null) {
                            connection = DriverManager.getConnection("jdbc:x"); // fine: the others need it, too
                        }
                        return connection;
                    }
                }
                void stop() throws InterruptedException {
                    synchronized (lock) {
                        worker.join(); // fine: a step of the shutdown
                    }
                }
            }
            """);
    }
}
