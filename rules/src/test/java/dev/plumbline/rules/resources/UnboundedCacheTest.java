package dev.plumbline.rules.resources;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class UnboundedCacheTest {

    private final RuleTest rule = RuleTest.of(new UnboundedCache());

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

    @Test
    void aLocalMapDiesWithTheRequest() {
        rule.on("""
            import java.util.*;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Counter {
                @GetMapping("/count")
                Map<String, Integer> count(@RequestParam List<String> words) {
                    Map<String, Integer> counts = new HashMap<>();
                    for (String word : words) {
                        counts.merge(word, 1, Integer::sum); // fine: it is this request's own
                    }
                    return counts;
                }
            }
            """);
    }
}
