package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class AsyncExceptionLostTest {

    private final RuleTest rule = RuleTest.of(new AsyncExceptionLost());

    @Test
    void workWhoseFutureIsDropped() {
        rule.on("""
            import java.net.URI;
            import java.net.http.*;
            import java.util.List;
            import java.util.concurrent.*;
            import org.springframework.jdbc.core.JdbcTemplate;
            class Mailer {
                private final ExecutorService pool = Executors.newFixedThreadPool(2);
                private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
                private final JdbcTemplate jdbc;
                private final HttpClient http;
                Mailer(JdbcTemplate jdbc, HttpClient http) {
                    this.jdbc = jdbc;
                    this.http = http;
                }
                void submit(String to) {
                    pool.submit(() -> store(to)); // bug: when `JdbcTemplate.update` fails
                }
                void kept(String to) {
                    Future<?> future = pool.submit(() -> store(to)); // bug: the future of `submit` is dropped
                }
                void callable(HttpRequest request) {
                    pool.submit(() -> http.send(request, HttpResponse.BodyHandlers.ofString())); // bug: `HttpClient.send`
                }
                void later(String to) {
                    clock.schedule(() -> store(to), 1, TimeUnit.MINUTES); // bug: the future of `schedule` is dropped
                }
                void chain(String to) {
                    CompletableFuture.supplyAsync(() -> jdbc.queryForObject("select 1", Integer.class)) // bug: dropped
                        .thenAccept(found -> System.out.println(found));
                }
                void each(List<String> all) {
                    CompletableFuture.runAsync(() -> { // bug: `JdbcTemplate.update`
                        all.forEach(to -> store(to));
                    }, pool);
                }
                void object(String to) {
                    pool.submit(new Work(jdbc, to)); // bug: `JdbcTemplate.update`
                }
                void handlerThrows(String to) {
                    pool.submit(() -> { // bug: `JdbcTemplate.update`
                        try {
                            store(to);
                        } catch (RuntimeException e) {
                            throw new IllegalStateException(to, e);
                        }
                    });
                }
                void inFinally(String to) {
                    pool.submit(() -> { // bug: `JdbcTemplate.update`
                        try {
                            store(to);
                        } finally {
                            System.out.println("done");
                        }
                    });
                }
                private void store(String to) {
                    jdbc.update("insert into mails values (?)", to);
                }
            }
            class Work implements Runnable {
                private final JdbcTemplate jdbc;
                private final String to;
                Work(JdbcTemplate jdbc, String to) {
                    this.jdbc = jdbc;
                    this.to = to;
                }
                @Override
                public void run() {
                    jdbc.update("insert into mails values (?)", to);
                }
            }
            """);
    }

    @Test
    void whoeverCatchesReportsOrWaitsHearsOfIt() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import org.springframework.jdbc.core.JdbcTemplate;
            class Mailer {
                private final ExecutorService pool = Executors.newFixedThreadPool(2);
                private final List<Future<?>> all = new ArrayList<>();
                private final JdbcTemplate jdbc;
                private Future<?> last;
                Mailer(JdbcTemplate jdbc) {
                    this.jdbc = jdbc;
                }
                void execute(String to) {
                    pool.execute(() -> store(to)); // fine: the thread's handler prints it
                }
                void caughtInTask(String to) {
                    pool.submit(() -> { // fine: the task reports it
                        try {
                            store(to);
                        } catch (Exception e) {
                            System.err.println(e);
                        }
                    });
                }
                void caughtInCallee(String to) {
                    pool.submit(() -> tryStore(to)); // fine: the callee reports it
                }
                void caughtBeforeFinally(String to) {
                    CountDownLatch done = new CountDownLatch(1);
                    pool.submit(() -> { // fine: caught before the `finally`
                        try {
                            store(to);
                        } catch (Exception e) {
                            System.err.println(e);
                        } finally {
                            done.countDown();
                        }
                    });
                }
                void caughtAroundFinally(String to) {
                    pool.submit(() -> { // fine: caught around the `finally`
                        try {
                            try {
                                store(to);
                            } finally {
                                System.out.println("done");
                            }
                        } catch (RuntimeException e) {
                            System.err.println(e);
                        }
                    });
                }
                Future<?> returned(String to) {
                    return pool.submit(() -> store(to)); // fine: the caller has it
                }
                void waited(String to) throws Exception {
                    pool.submit(() -> store(to)).get(); // fine: it is thrown here
                }
                void collected(String to) {
                    all.add(pool.submit(() -> store(to))); // fine: it is kept
                }
                void field(String to) {
                    last = pool.submit(() -> store(to)); // fine: it is kept
                }
                void handled(String to) {
                    CompletableFuture.runAsync(() -> store(to)) // fine: the chain has a handler
                        .whenComplete((nothing, failure) -> System.out.println(failure));
                    CompletableFuture.runAsync(() -> store(to)) // fine: the chain has a handler
                        .thenRun(() -> System.out.println("stored"))
                        .exceptionally(failure -> null);
                    CompletableFuture<Void> stored = CompletableFuture.runAsync(() -> store(to)); // fine: it is waited for
                    stored.join();
                }
                void inMemory(String to) {
                    pool.submit(() -> all.clear()); // fine: nothing outside the process is done
                }
                private void store(String to) {
                    jdbc.update("insert into mails values (?)", to);
                }
                private void tryStore(String to) {
                    try {
                        store(to);
                    } catch (RuntimeException e) {
                        System.err.println(e);
                    }
                }
            }
            """);
    }

    @Test
    void executorsOfTheProgramMayReport() {
        rule.on("""
            import java.util.concurrent.*;
            import org.springframework.jdbc.core.JdbcTemplate;
            class Reporting extends ThreadPoolExecutor {
                Reporting() {
                    super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
                }
                @Override
                protected void afterExecute(Runnable task, Throwable failure) {
                    System.err.println(task);
                }
            }
            class Mailer {
                private final Reporting pool = new Reporting();
                private final JdbcTemplate jdbc = new JdbcTemplate();
                void store(String to) {
                    pool.submit(() -> jdbc.update("insert into mails values (?)", to)); // fine: the pool reports
                }
            }
            """);
    }

    @Test
    void checkedFailuresThatAreCaughtAreHandled() {
        rule.on("""
            import java.io.*;
            import java.nio.file.*;
            import java.util.concurrent.*;
            class Audit {
                private final ExecutorService pool = Executors.newFixedThreadPool(2);
                void caught(Path file) {
                    pool.submit(() -> { // fine: what `Files` is known to throw is caught
                        try {
                            Files.delete(file);
                        } catch (IOException e) {
                            System.err.println(e);
                        }
                    });
                }
                void thrown(Path file) {
                    pool.submit(() -> { // bug: `Files.delete`
                        Files.delete(file);
                        return null;
                    });
                }
                void asked(File file) {
                    pool.submit(() -> file.delete()); // fine: says so in its result
                }
            }
            """);
    }
}
