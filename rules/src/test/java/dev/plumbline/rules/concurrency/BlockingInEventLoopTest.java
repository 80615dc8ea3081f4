package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class BlockingInEventLoopTest {

    /** As much of Netty as the snippets name. */
    private static final String HANDLER = """
        package io.netty.channel;
        public interface ChannelHandler {
            void exceptionCaught(Object context, Throwable cause) throws Exception;
        }
        """;
    private static final String INBOUND = """
        package io.netty.channel;
        public interface ChannelInboundHandler extends ChannelHandler {
            void channelRead(Object context, Object message) throws Exception;
        }
        """;
    private static final String ADAPTER = """
        package io.netty.channel;
        public class ChannelInboundHandlerAdapter implements ChannelInboundHandler {
            public void channelRead(Object context, Object message) throws Exception {
            }
            public void exceptionCaught(Object context, Throwable cause) throws Exception {
            }
        }
        """;
    private static final String GROUP = """
        package io.netty.util.concurrent;
        public interface EventExecutorGroup {
        }
        """;
    private static final String PIPELINE = """
        package io.netty.channel;
        import io.netty.util.concurrent.EventExecutorGroup;
        public interface ChannelPipeline {
            ChannelPipeline addLast(ChannelHandler... handlers);
            ChannelPipeline addLast(EventExecutorGroup group, ChannelHandler... handlers);
        }
        """;

    /** As much of Vert.x as the snippets name. */
    private static final String VERTX_HANDLER = """
        package io.vertx.core;
        public interface Handler<E> {
            void handle(E event);
        }
        """;
    private static final String VERTX = """
        package io.vertx.core;
        public interface Vertx {
            long setPeriodic(long delay, Handler<Long> handler);
            <T> void executeBlocking(java.util.concurrent.Callable<T> task);
        }
        """;
    private static final String OPTIONS = """
        package io.vertx.core;
        public class DeploymentOptions {
            public DeploymentOptions setWorker(boolean worker) {
                return this;
            }
        }
        """;

    private final RuleTest rule = RuleTest.of(new BlockingInEventLoop());

    @Test
    void controllersOfWebFlux() {
        rule.on("""
            import java.nio.file.*;
            import java.util.List;
            import java.util.concurrent.*;
            import org.springframework.jdbc.core.JdbcTemplate;
            import org.springframework.web.bind.annotation.*;
            import reactor.core.publisher.*;
            import reactor.core.scheduler.Schedulers;
            @RestController
            class Prices {
                private final JdbcTemplate jdbc = new JdbcTemplate();
                private final ExecutorService pool = Executors.newFixedThreadPool(4);
                private final Mono<String> rate = Mono.just("1");
                @GetMapping("/body")
                Mono<String> body() throws InterruptedException {
                    Thread.sleep(500); // bug: `Thread.sleep` blocks a thread of an event loop
                    return Mono.just("a");
                }
                @GetMapping("/operator")
                Flux<String> operator() {
                    return Flux.just("a", "b").filter(key -> !key.isEmpty()).map(this::load);
                }
                private String load(String key) {
                    return jdbc.queryForObject("select price from prices where id = ?", String.class, key); // bug: `JdbcTemplate.queryForObject`
                }
                @GetMapping("/nested")
                Mono<String> nested() {
                    return rate.flatMap(now -> Mono.fromCallable(() -> Files.readString(Path.of(now)))); // bug: `Files.readString`
                }
                @GetMapping("/block")
                Mono<String> block() {
                    return Mono.just(rate.block()); // bug: `Mono.block`
                }
                @GetMapping("/each")
                Mono<String> each(Future<String> first) {
                    List.of(first).forEach(one -> {
                        try {
                            System.out.println(one.get(1, TimeUnit.SECONDS)); // bug: `Future.get`
                        } catch (InterruptedException | ExecutionException | TimeoutException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                    return rate;
                }
                @GetMapping("/moved")
                Mono<String> moved() {
                    return Mono.fromCallable(() -> jdbc.queryForObject("select 1", String.class)) // fine: runs on a worker
                        .subscribeOn(Schedulers.boundedElastic());
                }
                @GetMapping("/upstream")
                Mono<String> upstream() {
                    return rate.publishOn(Schedulers.boundedElastic()).map(this::loadThere);
                }
                private String loadThere(String key) {
                    return jdbc.queryForObject("select a", String.class, key); // fine: what calls it was moved
                }
                @GetMapping("/caller")
                Mono<String> caller() {
                    return later().subscribeOn(Schedulers.boundedElastic());
                }
                private Mono<String> later() {
                    return Mono.fromCallable(() -> jdbc.queryForObject("select b", String.class)); // fine: the caller moves it
                }
                @GetMapping("/early")
                Mono<String> early() {
                    String first = jdbc.queryForObject("select c", String.class); // bug: `JdbcTemplate.queryForObject`
                    return Mono.just(first).subscribeOn(Schedulers.boundedElastic());
                }
                @GetMapping("/pool")
                Mono<String> pool() {
                    pool.submit(() -> jdbc.update("delete from prices")); // fine: a thread of the pool waits
                    return rate;
                }
                @GetMapping("/asks")
                Mono<String> asks() throws InterruptedException {
                    if (!Schedulers.isInNonBlockingThread()) {
                        Thread.sleep(500); // fine: the thread may wait
                    }
                    return rate;
                }
                @GetMapping("/plain")
                String plain() {
                    return rate.block(); // fine: answers at once, so another thread calls it
                }
            }
            """);
    }

    @Test
    void controllersOfMvc() {
        rule.on("""
            package org.springframework.web.servlet;
            public class DispatcherServlet {
            }
            """, """
            import org.springframework.jdbc.core.JdbcTemplate;
            import org.springframework.web.bind.annotation.*;
            import reactor.core.publisher.*;
            @RestController
            class Prices {
                @GetMapping("/price")
                Mono<String> price(JdbcTemplate jdbc) {
                    return Mono.just(jdbc.queryForObject("select 1", String.class)); // fine: MVC calls it on a servlet's thread
                }
            }
            """);
    }

    @Test
    void filtersAndPrograms() {
        rule.on("""
            import java.util.function.Supplier;
            import org.springframework.jdbc.core.JdbcTemplate;
            import org.springframework.web.server.*;
            import reactor.core.publisher.Mono;
            class Audit implements WebFilter {
                private JdbcTemplate jdbc;
                public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
                    return chain.filter(exchange).then(Mono.fromRunnable(() -> jdbc.update("insert into audit"))); // bug: `JdbcTemplate.update`
                }
                Mono<Void> step(ServerWebExchange exchange) {
                    jdbc.update("insert into steps"); // bug: `JdbcTemplate.update`
                    return Mono.empty();
                }
                Mono<Void> wrapped(ServerWebExchange exchange) {
                    return onWorker(() -> jdbc.update("insert into steps")); // fine: the own method may run it anywhere
                }
                private static Mono<Void> onWorker(Supplier<Object> work) {
                    return Mono.fromSupplier(work).then();
                }
                public static void main(String[] arguments) {
                    Mono.just(1).map(one -> new JdbcTemplate().update("delete from audit")).block(); // fine: of the main thread
                }
            }
            """);
    }

    @Test
    void handlersOfNetty() {
        rule.on(HANDLER, INBOUND, ADAPTER, GROUP, PIPELINE, """
            import io.netty.channel.*;
            import io.netty.util.concurrent.EventExecutorGroup;
            import java.util.concurrent.*;
            class Server {
                void open(ChannelPipeline pipeline, EventExecutorGroup workers) {
                    pipeline.addLast(new OnLoop());
                    pipeline.addLast(workers, new OnWorkers());
                }
            }
            class OnLoop extends ChannelInboundHandlerAdapter {
                private final BlockingQueue<Object> replies = new ArrayBlockingQueue<>(1);
                private final ExecutorService pool = Executors.newCachedThreadPool();
                @Override
                public void channelRead(Object context, Object message) throws Exception {
                    reply();
                    pool.execute(() -> reply2());
                }
                private void reply() throws InterruptedException {
                    replies.take(); // bug: `BlockingQueue.take` blocks a thread of an event loop
                }
                private void reply2() {
                    try {
                        Thread.sleep(1000); // fine: a thread of the pool sleeps
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
            class OnWorkers extends ChannelInboundHandlerAdapter {
                @Override
                public void channelRead(Object context, Object message) throws Exception {
                    Thread.sleep(1000); // fine: the handler has threads of its own
                }
            }
            """);
    }

    @Test
    void handlersOfVertx() {
        String clock = """
            import io.vertx.core.*;
            class Clock {
                void start(Vertx vertx) {
                    vertx.setPeriodic(1000, id -> tick());
                    vertx.executeBlocking(() -> {
                        Thread.sleep(1000); // fine: a worker sleeps
                        return 1;
                    });
                }
                private void tick() {
                    try {
                        Thread.sleep(1000); // bug: `Thread.sleep` blocks a thread of an event loop
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
            """;
        rule.on(VERTX_HANDLER, VERTX, clock);
        rule.on(VERTX_HANDLER, VERTX, OPTIONS, clock.replace("// bug:", "// fine: workers are deployed, not"), """
            import io.vertx.core.*;
            class Main {
                DeploymentOptions options() {
                    return new DeploymentOptions().setWorker(true);
                }
            }
            """);
    }
}
