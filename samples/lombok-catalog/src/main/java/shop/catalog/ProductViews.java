package shop.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;

/** Counts how often products are looked at. */
@Slf4j
@RequiredArgsConstructor
public class ProductViews {

    private final ProductStore store;
    private final ConcurrentMap<String, Integer> views = new ConcurrentHashMap<>();
    private final ReentrantLock resetting = new ReentrantLock();

    /** Counts a view. Safe to call from any thread. */
    public void viewed(String sku) {
        if (store.find(sku).isEmpty()) {
            log.info("View of unknown product {}", sku);
            return;
        }
        Integer count = views.get(sku);
        if (count == null) {
            views.put(sku, 1); // preview: concurrent-map-compound
        } else {
            views.merge(sku, 1, Integer::sum); // fine: one atomic call
        }
    }

    public List<String> mostViewed(int limit) {
        return views.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
            .limit(limit)
            .map(Map.Entry::getKey)
            .toList();
    }

    /** Starts counting from zero and returns how many views there were. */
    public int reset() {
        resetting.lock(); // bug: lock-leak-on-exception
        int total = 0;
        for (Product product : store.all()) {
            Integer count = views.remove(product.getSku());
            total += count == null ? 0 : count;
        }
        resetting.unlock();
        return total;
    }
}
