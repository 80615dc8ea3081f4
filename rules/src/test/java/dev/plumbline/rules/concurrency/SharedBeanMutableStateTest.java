package dev.plumbline.rules.concurrency;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class SharedBeanMutableStateTest {

    private final RuleTest rule = RuleTest.of(new SharedBeanMutableState());

    @Test
    void requestDataAndPlainCollectionsInAService() {
        rule.on("""
            import java.util.*;
            import org.springframework.stereotype.Service;
            import org.springframework.web.bind.annotation.*;
            @Service
            class Totals {
                private final Map<String, Integer> sums = new HashMap<>();
                private int calls;
                void add(String sku, int n) {
                    calls = calls + 1; // bug: `calls` is changed by one request
                    sums.merge(sku, n, Integer::sum); // bug: `sums` is changed by one request
                }
                int of(String sku) { return sums.get(sku); }
            }
            @RestController
            class Orders {
                private final Totals totals;
                private String user;
                Orders(Totals totals) { this.totals = totals; }
                @PostMapping("/orders") void post(String user) {
                    this.user = user; // bug: `user` holds the data of one request
                    totals.add("a", 1);
                }
                @GetMapping("/orders") String get() { return user + totals.of("a"); }
            }
            """);
    }

    @Test
    void whatIsMadeForManyThreadsIsFine() {
        rule.on("""
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Safe {
                private final Map<String, String> map = new ConcurrentHashMap<>();
                private final LongAdder hits = new LongAdder();
                private final List<String> log = Collections.synchronizedList(new ArrayList<>());
                private int guarded;
                @Autowired private String injected;
                private volatile String latest;
                private volatile List<String> snapshot = List.of();
                @GetMapping("/a") String a(String s) {
                    map.put(s, s); // fine: concurrent
                    hits.increment(); // fine: an adder
                    log.add(s); // fine: synchronized
                    latest = s; // bug: `latest` holds the data of one request
                    snapshot = List.copyOf(log); // fine: replaced as a whole
                    synchronized (this) { guarded++; } // fine: one lock
                    return latest + injected + snapshot;
                }
                @GetMapping("/b") synchronized int b() { return guarded; }
            }
            """);
    }

    @Test
    void otherScopesStartUpAndSingleThreadsAreFine() {
        rule.on("""
            import java.util.*;
            import jakarta.annotation.PostConstruct;
            import org.springframework.context.annotation.Scope;
            import org.springframework.scheduling.annotation.Scheduled;
            import org.springframework.stereotype.Component;
            import org.springframework.web.bind.annotation.*;
            @Component @Scope("prototype")
            class Each {
                private String name;
                void set(String s) { name = s; } // fine: one for each
                String get() { return name; }
            }
            @Component
            class Jobs {
                private int runs;
                @Scheduled(fixedRate = 5) void run() { runs++; } // fine: one thread
            }
            @RestController
            class Started {
                private Map<String, String> table;
                private String lazy;
                @PostConstruct void fill() { table = new HashMap<>(); } // fine: before the first request
                @GetMapping("/t") String get(String s) {
                    if (lazy == null) {
                        lazy = "made once"; // fine: first use
                    }
                    return table.get(s) + lazy;
                }
            }
            """, """
            package jakarta.annotation;
            public @interface PostConstruct {}
            """);
    }
}
