package dev.plumbline.framework;

import static dev.plumbline.framework.Root.Kind.ASYNC;
import static dev.plumbline.framework.Root.Kind.GRPC;
import static dev.plumbline.framework.Root.Kind.LISTENER;
import static dev.plumbline.framework.Root.Kind.MAIN;
import static dev.plumbline.framework.Root.Kind.REQUEST;
import static dev.plumbline.framework.Root.Kind.SCHEDULED;
import static dev.plumbline.framework.Root.Kind.SERVLET;
import static dev.plumbline.framework.Root.Kind.TASK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.name.MethodRef;
import dev.plumbline.program.NamesOfTheJdk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RootsTest {

    private static final String MAPPING =
        "org.springframework.web.bind.annotation; public @interface RequestMapping {}";
    private static final String COMPOSED = """
        com.acme; @org.springframework.web.bind.annotation.RequestMapping
        @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface ApiCall {}""";
    private static final String ASYNCHRONOUS = "org.springframework.scheduling.annotation; public @interface Async {}";
    private static final String SERVLET_BASE = """
        jakarta.servlet.http; public class HttpServlet { protected void doGet(Object in, Object out) {} }""";

    @Test
    void everyNameOfTheRuntimeIsThere() {
        assertEquals(List.of(), NamesOfTheJdk.unknown(DeclaredRoots.lines(), Roots.class));
        assertEquals(List.of(), NamesOfTheJdk.unknown(TaskLines.lines(), Roots.class));
    }

    @Test
    void anAnnotationCountsThroughMetaAnnotationsAndFromTheInterface() {
        assertEquals(List.of("Shop.buy REQUEST", "Shop.look REQUEST"), roots("""
            interface Api { @org.springframework.web.bind.annotation.RequestMapping void buy(); }
            class Shop implements Api {
                @com.acme.ApiCall void look() {}
                public void buy() {}
                void helper() {}
            }
            """, MAPPING, COMPOSED));
    }

    @Test
    void aGenericInterfaceIsOverriddenThroughABridge() {
        assertEquals(List.of("Text.handle REQUEST"), roots("""
            interface Api<T> { @org.springframework.web.bind.annotation.RequestMapping void handle(T body); }
            class Text implements Api<String> { public void handle(String body) {} }
            """, MAPPING));
    }

    @Test
    void aServletsMethodsAreRootsOnlyWhereTheyOverride() {
        assertEquals(List.of("Page.doGet SERVLET"), roots("""
            class Page extends jakarta.servlet.http.HttpServlet {
                protected void doGet(Object in, Object out) {}
                void doGet() {}
                void doSomething() {}
            }
            """, SERVLET_BASE));
    }

    @Test
    void anAsyncClassMakesItsPublicMethodsAsync() {
        assertEquals(List.of("Mailer.send ASYNC"), roots("""
            @org.springframework.scheduling.annotation.Async class Mailer { public void send() {} void prepare() {} }
            """, ASYNCHRONOUS));
    }

    @Test
    void grpcMethodsTakeAnObserverLast() {
        assertEquals(List.of("Greeter.hello GRPC"), roots("""
            class Greeter extends com.acme.GreeterImplBase {
                public void hello(String name, io.grpc.stub.StreamObserver out) {}
                public String toString() { return ""; }
            }
            """, "io.grpc; public interface BindableService { Object bindService(); }",
            "io.grpc.stub; public interface StreamObserver {}", """
                com.acme; public abstract class GreeterImplBase implements io.grpc.BindableService {
                    public void hello(String name, io.grpc.stub.StreamObserver out) {}
                    public final Object bindService() { return this; }
                }"""));
    }

    @Test
    void whatAnExecutorIsHandedIsATask() {
        assertEquals(List.of("Jobs.direct TASK", "Jobs.main MAIN", "Jobs.tick SCHEDULED", "Named.run TASK",
            "Worker.run TASK", "lambda TASK", "lambda TASK", "lambda TASK"), roots("""
                import java.util.concurrent.*;
                class Jobs {
                    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
                    public static void main(String[] args) { new Jobs().start(true); }
                    void start(boolean named) {
                        pool.submit(this::direct);
                        Runnable chosen = named ? new Named() : () -> {};
                        pool.execute(chosen);
                        pool.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
                        CompletableFuture.supplyAsync(() -> 1).thenApply(n -> n + 1);
                        new Thread(traced(() -> {})).start();
                        new Worker().start();
                        java.util.List.of(1).forEach(n -> {});
                    }
                    Runnable traced(Runnable inner) { return inner; }
                    void direct() {}
                    void tick() {}
                }
                class Named implements Runnable { public void run() {} }
                class Unused implements Runnable { public void run() {} }
                class Worker extends Thread { public void run() {} }
                """));
    }

    @Test
    void aLambdaThatIsAListenerByItsTypeIsARoot() {
        assertEquals(List.of("lambda LISTENER"), roots("""
            class Inbox { jakarta.jms.MessageListener listener() { return message -> {}; } }
            """, "jakarta.jms; public interface MessageListener { void onMessage(Object message); }"));
    }

    @Test
    void whatARootCallsIsReachedFromItByTheShortestWay() {
        try (Sample sample = Sample.of("""
            class Shop {
                @org.springframework.web.bind.annotation.RequestMapping void buy() { check(); store(); }
                @org.springframework.scheduling.annotation.Async void later() { store(); }
                void check() { store(); }
                void store() {}
                void unused() {}
            }
            """, MAPPING, ASYNCHRONOUS)) {
            Roots roots = Roots.of(sample.program());
            assertEquals(Set.of(REQUEST, ASYNC), roots.reaching(sample.method("Shop", "store")));
            assertEquals(Set.of(REQUEST), roots.reaching(sample.method("Shop", "check")));
            assertEquals(Set.of(), roots.reaching(sample.method("Shop", "unused")));
            assertEquals(Optional.of(List.of("Shop.buy", "Shop.store")),
                roots.path(sample.method("Shop", "store"))
                    .map(path -> path.stream().map(MethodRef::display).toList()));
            assertEquals(Optional.empty(), roots.path(sample.method("Shop", "unused")));
        }
    }

    @Test
    void onlySomeKindsAreEnteredByManyThreads() {
        assertEquals(List.of(true, true, true, true, true, true, false, false),
            List.of(REQUEST, SERVLET, LISTENER, ASYNC,
                TASK, GRPC, SCHEDULED, MAIN).stream().map(Root.Kind::isConcurrent).toList());
    }

    private static List<String> roots(String source, String... libraries) {
        try (Sample sample = Sample.of(source, libraries)) {
            return Roots.of(sample.program())
                .all()
                .stream()
                .map(root -> name(root.method()) + " " + root.kind())
                .sorted()
                .toList();
        }
    }

    private static String name(MethodRef method) {
        return method.name().startsWith("lambda$") ? "lambda" : method.display();
    }
}
