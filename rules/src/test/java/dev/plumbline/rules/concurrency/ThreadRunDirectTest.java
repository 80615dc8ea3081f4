package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class ThreadRunDirectTest {

    private final RuleTest rule = RuleTest.of(new ThreadRunDirect());

    @Test
    void runningAThreadStartsNone() {
        rule.on("""
            class Mailer {
                static class Worker extends Thread {
                    @Override
                    public void run() {
                        System.out.println("work");
                    }
                }
                void plain(Runnable letter) {
                    Thread background = new Thread(letter);
                    background.run(); // bug: `run` on `background` starts no thread
                }
                void own() {
                    Worker worker = new Worker();
                    worker.run(); // bug: `run` on `worker` starts no thread
                    worker.start();
                }
                void given(Thread thread) {
                    thread.run(); // bug: `run` on `thread` starts no thread
                }
            }
            """);
    }

    @Test
    void doingTheWorkOneselfOnPurposeIsFine() {
        rule.on("""
            import java.util.concurrent.*;
            class Fine {
                static class Worker extends Thread {
                    private final Thread inner = new Thread();
                    @Override
                    public void run() {
                        super.run(); // fine: a `run` hands its own work on
                        inner.run(); // fine: the same
                    }
                    void now() {
                        run(); // fine: its own work
                    }
                }
                void task(Runnable task) {
                    task.run(); // fine: a `Runnable`
                }
                void pool(ExecutorService pool, Thread task) {
                    pool.execute(task::run); // fine: the pool runs it
                }
                void choice(boolean background, Runnable letter) {
                    Thread thread = new Thread(letter);
                    if (background) {
                        thread.start();
                    } else {
                        thread.run(); // fine: the other side starts it
                    }
                }
                void choices(boolean background, Thread[] threads) {
                    for (Thread thread : threads) {
                        if (background) {
                            thread.start();
                        } else {
                            thread.run(); // fine: the other side starts it
                        }
                    }
                }
                void asRunnable(Runnable letter) {
                    Runnable thread = new Thread(letter);
                    thread.run(); // missed: the variable does not say that it is a thread
                }
            }
            """);
    }
}
