package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The compiler of Java 17 does not know virtual threads, so what names those of the JDK needs a newer one to run. */
class VthreadMisuseTest {

    private final RuleTest rule = RuleTest.of(new VthreadMisuse());

    /** Waits under a monitor and under a lock, in a method of its own and in the task. */
    private static final String PINNING = """
        import java.util.concurrent.*;
        import java.util.concurrent.locks.*;
        class Accounts {
            private final ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
            private final ExecutorService platform = Executors.newCachedThreadPool();
            private final Lock lock = new ReentrantLock();
            void start(BlockingQueue<String> names) {
                virtual.submit(() -> load(names));
                platform.submit(() -> loadThere(names));
                Thread.ofVirtual().name("locked").start(() -> locked(names));
                Thread.startVirtualThread(() -> {
                    synchronized (names) {
                        sleep(); // the way to it
                    }
                    sleep();
                });
            }
            private synchronized String load(BlockingQueue<String> names) throws InterruptedException {
                return names.take(); // bug: waits inside `synchronized`
            }
            private synchronized String loadThere(BlockingQueue<String> names) throws InterruptedException {
                return names.take(); // fine: a platform thread has nothing to pin
            }
            private void locked(BlockingQueue<String> names) {
                lock.lock();
                try {
                    Thread.sleep(1000); // fine: a lock lets the carrier go
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    lock.unlock();
                }
            }
            private void sleep() {
                try {
                    Thread.sleep(1000); // bug: `Thread.sleep`
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        """;

    @Test
    void poolsOfVirtualThreads() {
        rule.on("""
            import java.util.concurrent.*;
            import org.springframework.core.task.VirtualThreadTaskExecutor;
            class Pools {
                static final ThreadFactory VIRTUAL = new VirtualThreadTaskExecutor("v-").getVirtualThreadFactory();
                ExecutorService fixed(int size) {
                    return Executors.newFixedThreadPool(size, VIRTUAL); // bug: pools virtual threads
                }
                ExecutorService cached() {
                    ThreadFactory factory = new VirtualThreadTaskExecutor().getVirtualThreadFactory();
                    return Executors.newCachedThreadPool(factory); // bug: pools virtual threads
                }
                ExecutorService own(BlockingQueue<Runnable> queue) {
                    return new ThreadPoolExecutor(1, 9, 1, TimeUnit.MINUTES, queue, VIRTUAL); // bug: pools virtual threads
                }
                ScheduledExecutorService clock() {
                    return Executors.newScheduledThreadPool(1, VIRTUAL); // fine: there is no other for schedules
                }
                ExecutorService platform() {
                    return Executors.newFixedThreadPool(9, Executors.defaultThreadFactory()); // fine: platform threads
                }
                ExecutorService handedIn(ThreadFactory factory) {
                    return Executors.newFixedThreadPool(9, factory); // fine: nobody knows what it makes
                }
            }
            """);
    }

    @Test
    void oneThreadForEachElement() {
        rule.on("""
            import java.util.List;
            import java.util.concurrent.*;
            import org.springframework.core.task.VirtualThreadTaskExecutor;
            import org.springframework.jdbc.core.JdbcTemplate;
            import org.springframework.web.client.RestTemplate;
            class Notices {
                private final VirtualThreadTaskExecutor virtual = new VirtualThreadTaskExecutor("notice-");
                private final RestTemplate rest = new RestTemplate();
                private final JdbcTemplate jdbc = new JdbcTemplate();
                private final Semaphore permits = new Semaphore(20);
                void all(List<String> addresses) {
                    for (String address : addresses) {
                        virtual.submit(() -> send(address)); // bug: nothing limits how many
                    }
                }
                void one(String address) {
                    virtual.submit(() -> send(address)); // fine: a single one
                }
                void users(int count) {
                    for (int user = 0; user < count; user++) {
                        virtual.submit(() -> send("user")); // fine: somebody has chosen how many
                    }
                }
                void limited(List<String> addresses) {
                    for (String address : addresses) {
                        virtual.submit(() -> { // fine: a semaphore limits them
                            permits.acquireUninterruptibly();
                            try {
                                send(address);
                            } finally {
                                permits.release();
                            }
                        });
                    }
                }
                void paced(BlockingQueue<String> addresses) throws InterruptedException {
                    while (true) {
                        String address = addresses.take();
                        virtual.submit(() -> send(address)); // fine: as fast as they arrive
                    }
                }
                void stored(List<String> addresses) {
                    for (String address : addresses) {
                        virtual.submit(() -> jdbc.update("insert into notices values (?)", address)); // fine: the pool of connections
                    }
                }
                private void send(String address) {
                    rest.postForObject(address, "hello", String.class);
                }
            }
            """);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void waitsUnderAMonitorUntilJava23() {
        rule.withRelease(21).on(PINNING);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void waitsUnderAMonitorSinceJava24() {
        rule.withRelease(24).on(PINNING.replace("// bug:", "// fine: no longer"));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void poolsFromTheJdk() {
        rule.withRelease(21).on("""
            import java.util.concurrent.*;
            class Pools {
                ExecutorService fixed() {
                    return Executors.newFixedThreadPool(9, Thread.ofVirtual().name("v-", 0).factory()); // bug: pools virtual
                }
                ExecutorService each() {
                    return Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory()); // fine: one for each task
                }
                ExecutorService platform() {
                    return Executors.newFixedThreadPool(9, Thread.ofPlatform().factory()); // fine: platform threads
                }
            }
            """);
    }
}
