package dev.plumbline.framework;

import static dev.plumbline.framework.Effect.BROKER;
import static dev.plumbline.framework.Effect.DATABASE_READ;
import static dev.plumbline.framework.Effect.DATABASE_WRITE;
import static dev.plumbline.framework.Effect.DESTRUCTIVE;
import static dev.plumbline.framework.Effect.FILE_READ;
import static dev.plumbline.framework.Effect.METRIC;
import static dev.plumbline.framework.Effect.REMOTE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.name.MethodRef;
import dev.plumbline.program.NamesOfTheJdk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private static final String REST_TEMPLATE = """
        org.springframework.web.client; public class RestTemplate {
            public Object getForObject(String url) { return null; }
            public void setErrorHandler(Object handler) {}
        }""";
    private static final String REPOSITORY =
        "org.springframework.data.repository; public interface Repository<T, I> {}";
    private static final String CRUD = """
        org.springframework.data.repository; public interface CrudRepository<T, I> extends Repository<T, I> {
            T findById(I id); T save(T entity); void deleteAll(); void deleteAll(Iterable<T> some);
        }""";
    private static final String MODIFYING =
        "org.springframework.data.jpa.repository; public @interface Modifying {}";
    private static final String FEIGN = "org.springframework.cloud.openfeign; public @interface FeignClient {}";

    @Test
    void everyNameOfTheRuntimeIsThere() {
        assertEquals(List.of(), NamesOfTheJdk.unknown(Effects.lines(), Effects.class));
    }

    @Test
    void aLibraryMethodHasTheEffectOfItsLineAndItsNeighbourHasNone() {
        try (Sample sample = Sample.of("class Any {}", REST_TEMPLATE)) {
            Effects effects = Effects.of(sample.program());
            String template = "org.springframework.web.client.RestTemplate";
            assertEquals(Set.of(REMOTE), effects.direct(sample.method(template, "getForObject")));
            assertEquals(Set.of(), effects.direct(sample.method(template, "setErrorHandler")));
            assertEquals(Set.of(FILE_READ),
                effects.direct(MethodRef.of("java.io.FileReader", "<init>", "(Ljava/lang/String;)V")));
            assertEquals(Set.of(),
                effects.direct(MethodRef.of("[Ljava.lang.String;", "clone", "()Ljava/lang/Object;")));
        }
    }

    @Test
    void effectsAreReachedThroughThreeOfTheProgramsOwnMethodsAndNoMore() {
        try (Sample sample = Sample.of("""
            import org.springframework.web.client.RestTemplate;
            class Chain {
                private final RestTemplate rest = new RestTemplate();
                Object one() { return rest.getForObject("u"); }
                Object two() { return one(); }
                Object three() { return two(); }
                Object four() { return three(); }
            }
            """, REST_TEMPLATE)) {
            Effects effects = Effects.of(sample.program());
            assertEquals(Set.of(REMOTE), effects.reached(sample.method("Chain", "one")));
            assertEquals(Set.of(REMOTE), effects.reached(sample.method("Chain", "three")));
            assertEquals(Set.of(), effects.reached(sample.method("Chain", "four")));
            assertEquals(Optional.of("RestTemplate.getForObject"),
                effects.witness(sample.method("Chain", "three"), REMOTE).map(MethodRef::display));
        }
    }

    @Test
    void aLambdaIsPartOfTheMethodItIsWrittenIn() {
        try (Sample sample = Sample.of("""
            import org.springframework.web.client.RestTemplate;
            class Lazy {
                private final RestTemplate rest = new RestTemplate();
                java.util.function.Supplier<Object> lambda() { return () -> rest.getForObject("u"); }
                java.util.function.Function<String, Object> reference() { return rest::getForObject; }
                Object recursion(int n) { return n == 0 ? lambda() : recursion(n - 1); }
            }
            """, REST_TEMPLATE)) {
            Effects effects = Effects.of(sample.program());
            assertEquals(Set.of(REMOTE), effects.reached(sample.method("Lazy", "lambda")));
            assertEquals(Set.of(REMOTE), effects.reached(sample.method("Lazy", "reference")));
            assertEquals(Set.of(REMOTE), effects.reached(sample.method("Lazy", "recursion")));
        }
    }

    @Test
    void repositoryMethodsSayByTheirNamesWhatTheyDo() {
        try (Sample sample = Sample.of("""
            interface Orders extends org.springframework.data.repository.CrudRepository<String, Long> {
                String findByCustomer(String customer);
                void deleteByCustomer(String customer);
                @org.springframework.data.jpa.repository.Modifying int touch(long id);
                int newest();
                default String first() { return findById(1L); }
            }
            class Shop {
                void drop(Orders orders) { orders.deleteAll(); }
                void clean(Orders orders) { orders.deleteAll(java.util.List.of()); }
            }
            """, REPOSITORY, CRUD, MODIFYING)) {
            Effects effects = Effects.of(sample.program());
            assertEquals(Set.of(DATABASE_READ), effects.direct(sample.method("Orders", "findByCustomer")));
            assertEquals(Set.of(DATABASE_WRITE), effects.direct(sample.method("Orders", "deleteByCustomer")));
            assertEquals(Set.of(DATABASE_WRITE), effects.direct(sample.method("Orders", "touch")));
            assertEquals(Set.of(DATABASE_READ), effects.direct(sample.method("Orders", "newest")));
            assertEquals(Set.of(), effects.direct(sample.method("Orders", "first")));
            assertEquals(Set.of(DATABASE_READ), effects.reached(sample.method("Orders", "first")));
            assertEquals(Set.of(DATABASE_WRITE, DESTRUCTIVE), effects.reached(sample.method("Shop", "drop")));
            assertEquals(Set.of(DATABASE_WRITE), effects.reached(sample.method("Shop", "clean")));
        }
    }

    @Test
    void aClientInterfaceIsRemoteByItsAnnotation() {
        try (Sample sample = Sample.of("""
            @org.springframework.cloud.openfeign.FeignClient interface Prices { int of(String sku); }
            class Cart { int total(Prices prices) { return prices.of("a"); } }
            """, FEIGN)) {
            Effects effects = Effects.of(sample.program());
            assertEquals(Set.of(REMOTE), effects.direct(sample.method("Prices", "of")));
            assertEquals(Set.of(REMOTE), effects.reached(sample.method("Cart", "total")));
        }
    }

    @Test
    void anImplementationInTheProgramDoesNotHideWhatTheInterfaceMeans() {
        try (Sample sample = Sample.of("""
            class Quiet implements org.springframework.kafka.core.KafkaOperations { public void send(String text) {} }
            class Shop { void sold(org.springframework.kafka.core.KafkaOperations kafka) { kafka.send("sold"); } }
            """, "org.springframework.kafka.core; public interface KafkaOperations { void send(String text); }")) {
            assertEquals(Set.of(BROKER), Effects.of(sample.program()).reached(sample.method("Shop", "sold")));
        }
    }

    @Test
    void auditIsKnownByItsName() {
        try (Sample sample = Sample.of("class AuditTrail { void record(String what) {} int size() { return 0; } }")) {
            Effects effects = Effects.of(sample.program());
            assertEquals(Set.of(METRIC), effects.direct(sample.method("AuditTrail", "record")));
            assertEquals(Set.of(), effects.direct(sample.method("AuditTrail", "size")));
        }
    }

    @Test
    void anInterfaceInAScannedPackageIsAMapper() {
        try (Sample sample = Sample.of("""
            package com.acme.shop.orders;
            @org.mybatis.spring.annotation.MapperScan({"com.other", "com.acme.**.orders"}) class Config {}
            interface Orders { int insert(String order); String newest(); }
            """, """
            org.mybatis.spring.annotation; public @interface MapperScan {
                String[] value(); Class<?> markerInterface() default Class.class;
            }""")) {
            Effects effects = Effects.of(sample.program());
            String orders = "com.acme.shop.orders.Orders";
            assertEquals(Set.of(DATABASE_WRITE), effects.direct(sample.method(orders, "insert")));
            assertEquals(Set.of(DATABASE_READ), effects.direct(sample.method(orders, "newest")));
        }
    }
}
