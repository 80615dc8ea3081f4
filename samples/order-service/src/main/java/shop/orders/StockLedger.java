package shop.orders;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Remembers what is reserved by orders that are not shipped yet. */
@Component
public class StockLedger {

    private final Lock lock = new ReentrantLock();
    private final Map<String, Integer> reserved = new HashMap<>();
    private final InventoryClient inventory;

    public StockLedger(InventoryClient inventory) {
        this.inventory = inventory;
    }

    /** Reserves stock. The lock makes check and reservation one atomic step. */
    public void reserve(String sku, int quantity) {
        lock.lock(); // bug: lock-leak-on-exception
        int free = inventory.available(sku) - reserved.getOrDefault(sku, 0); // preview: blocking-while-locked
        if (free < quantity) {
            lock.unlock();
            throw new OrderRefusedException("Only " + free + " of " + sku + " left");
        }
        reserved.merge(sku, quantity, Integer::sum);
        lock.unlock();
    }

    public void release(String sku, int quantity) {
        lock.lock(); // fine: released in finally
        try {
            int left = reserved.getOrDefault(sku, 0) - quantity;
            if (left > 0) {
                reserved.put(sku, left);
            } else {
                reserved.remove(sku);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A copy of the reservations, or nothing when an order is just being placed. */
    public Map<String, Integer> snapshotIfIdle() {
        if (!lock.tryLock()) { // fine: held only on the path that releases it
            return Map.of();
        }
        try {
            return Map.copyOf(reserved);
        } finally {
            lock.unlock();
        }
    }
}
