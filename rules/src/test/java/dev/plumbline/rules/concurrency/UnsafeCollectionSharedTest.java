package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class UnsafeCollectionSharedTest {

    private final RuleTest rule = RuleTest.of(new UnsafeCollectionShared());

    @Test
    void staticCollectionsThatRequestsChange() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import org.springframework.web.bind.annotation.*;
            class Registry {
                private static final Map<String, String> names = new HashMap<>();
                private static final Map<String, String> safe = new ConcurrentHashMap<>();
                private static final List<String> locked = new ArrayList<>();
                private static final List<String> filled = new ArrayList<>(List.of("a"));
                static void put(String s) {
                    names.put(s, s); // bug: `names` is changed by one thread while another uses it
                    safe.put(s, s); // fine: concurrent
                    synchronized (locked) { locked.add(s); } // fine: a lock
                }
                static String get(String s) { return names.get(s) + filled.get(0); } // fine: only read
            }
            @RestController
            class Names {
                @PostMapping("/n") void put(String s) { Registry.put(s); }
                @GetMapping("/n") String get(String s) { return Registry.get(s); }
            }
            """);
    }

    @Test
    void twoTasksOfOneObject() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            class Feed {
                private final Deque<String> queue = new ArrayDeque<>();
                private final List<String> one = new ArrayList<>();
                private final ExecutorService pool = Executors.newFixedThreadPool(2);
                void start() {
                    pool.execute(() -> queue.add("a")); // bug: `queue` is changed by one thread
                    pool.execute(() -> { queue.poll(); one.add("b"); }); // fine: one task alone
                }
            }
            class Plain {
                private final List<String> own = new ArrayList<>();
                void add(String s) { own.add(s); } // fine: each thread may have its own
            }
            """);
    }
}
