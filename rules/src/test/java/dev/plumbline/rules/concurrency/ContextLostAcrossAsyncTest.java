package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class ContextLostAcrossAsyncTest {

    private final RuleTest rule = RuleTest.of(new ContextLostAcrossAsync());

    @Test
    void readsOnAnotherThread() {
        rule.on("""
            import java.util.concurrent.*;
            import org.springframework.security.core.context.SecurityContextHolder;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.context.request.*;
            @RestController
            class Orders {
                private final ExecutorService pool = Executors.newFixedThreadPool(2);
                @PostMapping("/a")
                void direct() {
                    CompletableFuture.runAsync(() -> {
                        String user = SecurityContextHolder.getContext().getAuthentication().getName(); // bug: `SecurityContextHolder.getContext`
                        System.out.println(user);
                    });
                }
                @PostMapping("/b")
                void throughMethod() {
                    pool.submit(() -> audit("placed"));
                }
                private void audit(String what) {
                    System.out.println(what + user());
                }
                private String user() {
                    return SecurityContextHolder.getContext().getAuthentication().getName(); // bug: another thread
                }
                @PostMapping("/c")
                void thread() {
                    new Thread(() -> System.out.println(RequestContextHolder.currentRequestAttributes())).start(); // bug: another
                }
            }
            """);
    }

    @Test
    void capturedSetOrPreparedFor() {
        rule.on("""
            import java.util.concurrent.*;
            import org.springframework.security.core.Authentication;
            import org.springframework.security.core.context.*;
            import org.springframework.web.bind.annotation.*;
            import org.springframework.web.context.request.*;
            @RestController
            class Orders {
                private final ExecutorService pool = Executors.newFixedThreadPool(2);
                @PostMapping("/a")
                void captured() {
                    String user = SecurityContextHolder.getContext().getAuthentication().getName();
                    pool.submit(() -> System.out.println(user)); // fine: read before
                }
                @PostMapping("/b")
                void set() {
                    SecurityContext context = SecurityContextHolder.getContext();
                    pool.submit(() -> {
                        SecurityContextHolder.setContext(context);
                        System.out.println(SecurityContextHolder.getContext().getAuthentication()); // fine: set before
                    });
                }
                @PostMapping("/c")
                void prepared() {
                    pool.submit(() -> {
                        Authentication user = SecurityContextHolder.getContext().getAuthentication(); // fine: may be missing
                        System.out.println(user == null ? "system" : user.getName());
                        RequestAttributes request = RequestContextHolder.getRequestAttributes(); // fine: may be missing
                        if (request != null) {
                            System.out.println(request);
                        }
                    });
                }
                void noRequest() {
                    pool.submit(() -> System.out.println(RequestContextHolder.currentRequestAttributes())); // fine: no request
                }
            }
            """);
    }

    @Test
    void executorsThatCarryItOver() {
        rule.on("""
            import java.util.concurrent.*;
            import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
            import org.springframework.security.core.context.SecurityContextHolder;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Orders {
                private final ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
                Orders() {
                    pool.setTaskDecorator(task -> task);
                }
                @PostMapping("/a")
                void place() {
                    pool.execute(() -> System.out.println(SecurityContextHolder.getContext())); // fine: decorated
                }
            }
            """);
    }
}
