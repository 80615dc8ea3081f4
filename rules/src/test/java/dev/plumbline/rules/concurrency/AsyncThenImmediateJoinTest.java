package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class AsyncThenImmediateJoinTest {

    private final RuleTest rule = RuleTest.of(new AsyncThenImmediateJoin());

    @Test
    void oneAtATime() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            class Prices {
                private final ExecutorService pool = Executors.newFixedThreadPool(4);
                int single() {
                    return CompletableFuture.supplyAsync(() -> price("a")).join(); // bug: `join` waits at once
                }
                int loop(List<String> names) throws Exception {
                    int sum = 0;
                    for (String name : names) {
                        Future<Integer> price = pool.submit(() -> price(name)); // bug: `get` waits at once
                        sum += price.get();
                    }
                    return sum;
                }
                int namedPoolInLoop(List<String> names) {
                    int sum = 0;
                    for (String name : names) {
                        sum += CompletableFuture.supplyAsync(() -> price(name), pool).join(); // bug: `join` waits at once
                    }
                    return sum;
                }
                private int price(String name) {
                    return name.length();
                }
            }
            """);
    }

    @Test
    void waitsThatHaveAReason() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.stream.*;
            class Prices {
                private final ExecutorService pool = Executors.newFixedThreadPool(4);
                private final ForkJoinPool own = new ForkJoinPool(4);
                int limited(List<String> names) throws Exception {
                    int sum = 0;
                    for (String name : names) {
                        sum += pool.submit(() -> price(name)).get(1, TimeUnit.SECONDS); // fine: a way to give up
                    }
                    return sum;
                }
                int otherThread() throws Exception {
                    return pool.submit(() -> price("a")).get(); // fine: the thread may be the point
                }
                int named() {
                    return CompletableFuture.supplyAsync(() -> price("a"), pool).join(); // fine: likewise
                }
                int ownPool(List<String> names) throws Exception {
                    int sum = 0;
                    for (int i = 0; i < 3; i++) {
                        sum += own.submit(() -> names.parallelStream().mapToInt(this::price).sum()).get(); // fine: its pool
                    }
                    return sum;
                }
                int meanwhile() {
                    CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> price("a")); // fine: work meanwhile
                    int two = price("b");
                    return two + one.join();
                }
                int together(List<String> names) throws Exception {
                    List<Future<Integer>> all = new ArrayList<>();
                    for (String name : names) {
                        all.add(pool.submit(() -> price(name))); // fine: all are started first
                    }
                    int sum = 0;
                    for (Future<Integer> price : all) {
                        sum += price.get();
                    }
                    return sum;
                }
                private int price(String name) {
                    return name.length();
                }
            }
            """);
    }
}
