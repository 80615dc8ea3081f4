package dev.plumbline.rules.resources;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class UnboundedCacheTest {

    private static final String MAP = "private static final Map<String, Object> SEEN = new ConcurrentHashMap<>();";

    private final RuleTest rule = RuleTest.of(new UnboundedCache());

    /** A handler with one map; the body has {@code user}, which comes from outside. */
    private void handling(String field, String body) {
        rule.on("""
            import com.sun.net.httpserver.*;
            import java.util.*;
            import java.util.concurrent.*;
            class Handler implements HttpHandler {
                %s
                @Override
                public void handle(HttpExchange exchange) {
                    String user = exchange.getRequestURI().getQuery();
                    %s
                }
            }
            """.formatted(field, body));
    }

    @Test
    void mapsAndSetsThatOnlyGrowAreReported() {
        handling(MAP, "SEEN.put(user, this); // bug: `SEEN` only grows");
        handling(MAP,
            "SEEN.computeIfAbsent(user + '/' + exchange.getProtocol(), key -> key); // bug: `SEEN` only grows");
        handling("private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();",
            "SEEN.add(user.trim()); // bug: `add` adds an entry for each new key");
        handling("private static final Map<String, Object> SEEN = Collections.synchronizedMap(new HashMap<>());",
            "if (!SEEN.containsKey(user)) SEEN.put(user, this); // bug: `SEEN` only grows");
    }

    @Test
    void theKeyMayComeThroughCalls() {
        rule.on("""
            import com.sun.net.httpserver.*;
            import java.util.*;
            class Handler implements HttpHandler {
                @Override
                public void handle(HttpExchange exchange) {
                    Visitors.seen(exchange.getRequestURI().getQuery());
                }
            }
            class Visitors {
                private static final Map<String, Integer> COUNTS = new HashMap<>();
                static synchronized void seen(String visitor) {
                    COUNTS.merge(visitor, 1, Integer::sum); // missed: a static map elsewhere, mostly a registry
                }
            }
            """);
    }

    @Test
    void whatRemovesOrCountsIsFine() {
        handling(MAP, "SEEN.put(user, this); SEEN.remove(user); // fine: removed");
        handling(MAP, "if (SEEN.size() < 100) SEEN.put(user, this); // fine: counted");
        handling(MAP, "SEEN.put(user, this); SEEN.values().removeIf(Objects::isNull); // fine: swept");
        handling(MAP + " static void end(String user) { SEEN.remove(user); }",
            "SEEN.put(user, this); // fine: removed");
        handling(MAP + " static Runnable end(String user) { return () -> SEEN.remove(user); }",
            "SEEN.put(user, this); // fine: removed in a callback");
        handling("private static Map<String, Object> seen = new ConcurrentHashMap<>();"
            + " static void reset() { seen = new ConcurrentHashMap<>(); }", "seen.put(user, this); // fine: replaced");
    }

    @Test
    void aMapThatOtherCodeHasIsFine() {
        handling(MAP + " static Map<String, Object> all() { return SEEN; }", "SEEN.put(user, this); // fine: returned");
        handling(MAP, "sweep(SEEN); SEEN.put(user, this); } void sweep(Map<String, Object> map) { // fine: passed");
    }

    @Test
    void mapsThatBoundThemselvesAreFine() {
        handling("private static final Map<String, Object> SEEN = new WeakHashMap<>();",
            "SEEN.put(user, this); // fine: weak keys");
        handling("private static final Map<String, Object> SEEN = new LinkedHashMap<>() {"
            + " protected boolean removeEldestEntry(Map.Entry<String, Object> eldest) { return size() > 9; } };",
            "SEEN.put(user, this); // fine: the eldest goes");
    }

    @Test
    void aMapThatLivesNoLongerThanItsRequestIsFine() {
        handling("", "Map<String, Object> seen = new HashMap<>(); seen.put(user, this); // fine: a local");
        rule.on("""
            import com.sun.net.httpserver.*;
            import java.util.*;
            class Handler implements HttpHandler {
                @Override
                public void handle(HttpExchange exchange) {
                    new Parsed().put(exchange.getRequestURI().getQuery());
                }
            }
            class Parsed {
                private final Map<String, Object> values = new HashMap<>();
                void put(String name) {
                    values.put(name, name); // fine: an object of the request
                }
            }
            """);
    }

    @Test
    void keysOfWhichThereAreFewAreFine() {
        handling("private static final Map<Thread.State, Object> SEEN = new ConcurrentHashMap<>();",
            "SEEN.put(Thread.State.valueOf(user), this); // fine: an enum");
        handling("private static final Map<Class<?>, Object> SEEN = new ConcurrentHashMap<>();",
            "SEEN.put(exchange.getClass(), this); // fine: classes");
        handling("private static final Map<String, Object> SEEN = new ConcurrentHashMap<>();",
            "SEEN.put(exchange.getClass().getName(), this); // fine: names of classes");
        handling("private static final Map<Locale, Object> SEEN = new ConcurrentHashMap<>();",
            "SEEN.put(Locale.forLanguageTag(user), this); // fine: locales");
        handling(MAP, "SEEN.put(\"last\", user); // fine: a constant");
        handling(MAP, "touch(user); } void touch(String tenant) {"
            + " SEEN.put(tenant, this); // fine: an operator adds tenants, not a request");
    }

    @Test
    void whatIsFilledAtTheStartIsFine() {
        rule.on("""
            import java.util.*;
            class Registry {
                private static final Map<String, Object> ALL = new HashMap<>();
                static void register(String name, Object value) {
                    ALL.put(name, value); // fine: no request leads here
                }
                public static void main(String[] args) {
                    register(args[0], args);
                }
            }
            """);
    }

    @Test
    void aMapKeyedByWhatRequestsBring() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Prices {
                private final Map<String, Integer> prices = new ConcurrentHashMap<>();
                @GetMapping("/price")
                int price(@RequestParam String sku) {
                    return prices.computeIfAbsent(sku, key -> key.length()); // bug: prices
                }
            }
            """);
    }

    @Test
    void aMapThatShrinksOrIsBounded() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Sessions {
                private final Map<String, Integer> open = new ConcurrentHashMap<>();
                private final Map<String, Integer> few = new ConcurrentHashMap<>();
                @PostMapping("/open")
                void open(@RequestParam String user) {
                    open.put(user, 1); // fine: closed sessions leave
                }
                @PostMapping("/close")
                void close(@RequestParam String user) {
                    open.remove(user);
                }
                @GetMapping("/few")
                int few(@RequestParam String key) {
                    if (few.size() > 100) few.clear();
                    return few.computeIfAbsent(key, String::length); // fine: it is emptied
                }
            }
            """);
    }

    @Test
    void keysThatAreFewByNature() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Names {
                enum Kind { A, B }
                private final Map<Class<?>, String> types = new ConcurrentHashMap<>();
                private final Map<Locale, String> texts = new ConcurrentHashMap<>();
                private final Map<Kind, String> kinds = new ConcurrentHashMap<>();
                @GetMapping("/name")
                String name(@RequestParam Object value, Locale locale, Kind kind) {
                    return types.computeIfAbsent(value.getClass(), Class::getName) // fine: classes are finite
                        + texts.computeIfAbsent(locale, Locale::toString) // fine: locales are finite
                        + kinds.computeIfAbsent(kind, Kind::name); // fine: so are constants
                }
            }
            """);
    }
}
