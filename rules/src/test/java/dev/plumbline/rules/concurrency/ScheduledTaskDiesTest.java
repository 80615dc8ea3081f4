package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class ScheduledTaskDiesTest {

    private final RuleTest rule = RuleTest.of(new ScheduledTaskDies());

    @Test
    void periodicWorkThatThrows() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import org.springframework.web.client.RestTemplate;
            class Heartbeat {
                private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
                private final Timer timer = new Timer();
                private final RestTemplate http = new RestTemplate();
                private ScheduledFuture<?> beating;
                void rate() {
                    clock.scheduleAtFixedRate(() -> beat(), 1, 1, TimeUnit.SECONDS); // bug: the schedule ends for ever
                }
                void delay() {
                    beating = clock.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS); // bug: `RestTemplate.getForObject`
                }
                void timer() {
                    timer.schedule(new TimerTask() { // bug: the timer's thread ends
                        @Override
                        public void run() {
                            beat();
                        }
                    }, 1000, 1000);
                }
                void stop() {
                    beating.cancel(false);
                }
                private void beat() {
                    http.getForObject("http://peer/beat", String.class);
                }
            }
            """);
    }

    @Test
    void whatGoesOnOrIsWatched() {
        rule.on("""
            import java.util.concurrent.*;
            import java.time.Duration;
            import org.springframework.scheduling.TaskScheduler;
            import org.springframework.scheduling.annotation.Scheduled;
            import org.springframework.web.client.RestTemplate;
            class Heartbeat {
                private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
                private final RestTemplate http = new RestTemplate();
                private long beats;
                void caught() {
                    clock.scheduleAtFixedRate(() -> { // fine: the body catches all
                        try {
                            beat();
                        } catch (Exception e) {
                            System.err.println(e);
                        }
                    }, 1, 1, TimeUnit.SECONDS);
                }
                void counted() {
                    clock.scheduleAtFixedRate(() -> beats++, 1, 1, TimeUnit.SECONDS); // fine: nothing that fails
                }
                void watched() throws Exception {
                    ScheduledFuture<?> future = clock.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS); // fine: waited for
                    future.get();
                }
                void spring(TaskScheduler scheduler) {
                    scheduler.scheduleAtFixedRate(this::beat, Duration.ofSeconds(1)); // fine: Spring goes on
                }
                @Scheduled(fixedRate = 1000)
                void byAnnotation() {
                    beat(); // fine: Spring goes on
                }
                private void beat() {
                    http.getForObject("http://peer/beat", String.class);
                }
            }
            """);
    }
}
