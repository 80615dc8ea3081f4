package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class InterruptLostTest {

    private final RuleTest rule = RuleTest.of(new InterruptLost());

    @Test
    void goingOnAsIfNothingWasLosesTheInterruption() {
        rule.on("""
            import java.util.concurrent.*;
            class Retry {
                private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(5);
                void pause() {
                    try {
                        Thread.sleep(10);
                    } catch (InterruptedException e) { // bug: the interruption is lost
                    }
                }
                String logged() {
                    try {
                        return queue.take();
                    } catch (InterruptedException e) { // bug: the interruption is lost
                        e.printStackTrace();
                        return null;
                    }
                }
                void again() {
                    while (!queue.isEmpty()) {
                        try {
                            queue.put("x");
                        } catch (InterruptedException e) { // bug: the interruption is lost
                            System.err.println("again " + e);
                        }
                    }
                }
                void several(Future<String> result) {
                    try {
                        result.get();
                    } catch (InterruptedException | ExecutionException e) { // bug: the interruption is lost
                        System.err.println(e.getMessage());
                    }
                }
            }
            """);
    }

    @Test
    void whoeverLearnsOfItKeepsIt() {
        rule.on("""
            import java.util.concurrent.*;
            class Kept {
                private Exception failure;
                void restored() {
                    try {
                        Thread.sleep(10);
                    } catch (InterruptedException e) { // fine: restored
                        Thread.currentThread().interrupt();
                    }
                }
                void byHelper() {
                    try {
                        Thread.sleep(10);
                    } catch (InterruptedException e) { // fine: the helper restores it
                        restore();
                    }
                }
                private static void restore() {
                    Thread.currentThread().interrupt();
                }
                void thrown() {
                    try {
                        Thread.sleep(10);
                    } catch (InterruptedException e) { // fine: thrown as something else
                        throw new IllegalStateException(e);
                    }
                }
                void handedOn(CompletableFuture<String> result) {
                    try {
                        Thread.sleep(10);
                    } catch (InterruptedException e) { // fine: the future has it
                        result.completeExceptionally(e);
                    }
                }
                void stored() {
                    try {
                        Thread.sleep(10);
                    } catch (InterruptedException e) { // fine: kept in a field
                        failure = e;
                    }
                }
                void later(CountDownLatch latch) {
                    boolean interrupted = false;
                    while (latch.getCount() > 0) {
                        try {
                            latch.await();
                        } catch (InterruptedException e) { // fine: restored after the loop
                            interrupted = true;
                        }
                    }
                    if (interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }
                void end() {
                    try {
                        Thread.sleep(10);
                    } catch (InterruptedException e) { // fine: the program ends
                        System.exit(1);
                    }
                }
            }
            """);
    }

    @Test
    void whoOwnsTheThreadMayForgetIt() {
        rule.on("""
            import java.util.concurrent.*;
            class Owner implements Runnable {
                private volatile boolean stopped;
                @Override
                public void run() {
                    while (!stopped) {
                        try {
                            Thread.sleep(10);
                        } catch (InterruptedException e) { // fine: the body of a thread
                        }
                    }
                }
                void stop() {
                    try {
                        Thread.sleep(10);
                    } catch (InterruptedException e) { // fine: a method of a task
                    }
                }
                public static void main(String[] args) {
                    try {
                        Thread.sleep(10);
                    } catch (InterruptedException e) { // fine: the main thread
                    }
                }
            }
            """, """
            import java.util.concurrent.*;
            class Starter {
                void start(ExecutorService pool) {
                    new Thread(() -> {
                        try {
                            Thread.sleep(10);
                        } catch (InterruptedException e) { // fine: the body of a thread
                        }
                    }).start();
                    pool.execute(() -> work());
                }
                private void work() {
                    try {
                        Thread.sleep(10);
                    } catch (InterruptedException e) { // fine: called by a task only
                    }
                }
            }
            """);
    }
}
