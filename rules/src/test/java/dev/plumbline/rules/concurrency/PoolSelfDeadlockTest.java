package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class PoolSelfDeadlockTest {

    private final RuleTest rule = RuleTest.of(new PoolSelfDeadlock());

    @Test
    void tasksThatWaitForTheirOwnPool() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            class Reports {
                private static final ExecutorService POOL =
                    new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
                private final ExecutorService pool;
                Reports() {
                    pool = Executors.newFixedThreadPool(4);
                }
                void throughMethod(String name) {
                    pool.execute(() -> write(name));
                }
                private void write(String name) {
                    String body = CompletableFuture.supplyAsync(() -> "body of " + name, pool).join(); // bug: `join` waits
                    System.out.println(body);
                }
                Future<Integer> collected(List<String> names) {
                    return POOL.submit(() -> {
                        List<Future<Integer>> all = new ArrayList<>();
                        for (String name : names) {
                            all.add(POOL.submit(() -> name.length()));
                        }
                        int sum = 0;
                        for (Future<Integer> one : all) {
                            sum += one.get(); // bug: none is left to run it
                        }
                        return sum;
                    });
                }
                Future<?> all(List<Callable<String>> parts) {
                    return pool.submit(() -> pool.invokeAll(parts)); // bug: `invokeAll` waits
                }
            }
            """);
    }

    @Test
    void threadsAreLeft() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            class Reports {
                private final ExecutorService pool = Executors.newFixedThreadPool(4);
                private final ExecutorService parts = Executors.newFixedThreadPool(4);
                private final ExecutorService cached = Executors.newCachedThreadPool();
                private final ForkJoinPool forks = new ForkJoinPool(4);
                private final ExecutorService given;
                Reports(ExecutorService given) {
                    this.given = given;
                }
                Future<String> otherPool() {
                    return pool.submit(() -> parts.submit(() -> "part").get()); // fine: another pool
                }
                Future<String> unbounded() {
                    return cached.submit(() -> cached.submit(() -> "part").get()); // fine: it grows
                }
                Future<String> forks() {
                    return forks.submit(() -> forks.submit(() -> "part").get()); // fine: its threads help
                }
                Future<String> given() {
                    return given.submit(() -> given.submit(() -> "part").get()); // fine: its size is not known
                }
                Future<String> limited() {
                    return pool.submit(() -> pool.submit(() -> "part").get(1, TimeUnit.SECONDS)); // fine: it ends
                }
                Future<?> notWaited() {
                    return pool.submit(() -> pool.submit(() -> "part")); // fine: nobody waits
                }
                String fromOutside() throws Exception {
                    return pool.submit(() -> "part").get(); // fine: the waiting thread is not of the pool
                }
            }
            """);
    }
}
