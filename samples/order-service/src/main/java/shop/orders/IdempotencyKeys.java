package shop.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets each request through once, even when the client retries. Thread-safe through its concurrent map. */
@Component
public class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);

    private final ConcurrentMap<String, Instant> seen = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    /** Whether the key is new; claims it if so. */
    public boolean claim(String key) {
        if (seen.containsKey(key)) {
            return false;
        }
        seen.put(key, clock.instant()); // preview: concurrent-map-compound
        return true;
    }

    /** The same for keys of partners, which have a prefix. */
    public boolean claim(String partner, String key) {
        return seen.putIfAbsent(partner + "/" + key, clock.instant()) == null; // fine: one atomic call
    }

    @Scheduled(fixedDelayString = "PT10M")
    public void forgetOldKeys() {
        Instant limit = clock.instant().minus(KEPT);
        seen.values().removeIf(limit::isAfter);
    }
}
