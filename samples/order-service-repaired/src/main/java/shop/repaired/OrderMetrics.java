package shop.repaired;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** Counts orders by what happened to them. */
@Component
public class OrderMetrics {

    private final Map<OrderStatus, LongAdder> counts = new ConcurrentHashMap<>();

    public void count(OrderStatus status) {
        counts.computeIfAbsent(status, s -> new LongAdder()).increment(); // fine: no more keys than the enum has
    }

    public long counted(OrderStatus status) {
        LongAdder count = counts.get(status);
        return count == null ? 0 : count.sum();
    }
}
