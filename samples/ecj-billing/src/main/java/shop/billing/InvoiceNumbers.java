package shop.billing;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Hands out invoice numbers, one series a year. */
public class InvoiceNumbers {

    private final ConcurrentMap<Integer, AtomicInteger> series = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, String> prefixes = new ConcurrentHashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Object monitor = new Object();

    public String next(int year) {
        if (!series.containsKey(year)) {
            series.put(year, new AtomicInteger(1000)); // preview: concurrent-map-compound
        }
        return prefix(year) + series.get(year).incrementAndGet();
    }

    public void prefix(int year, String prefix) {
        synchronized (monitor) {
            if (prefixes.get(year) == null) {
                prefixes.put(year, prefix); // fine: one lock around both
            }
        }
    }

    public void forget(int year) {
        lock.writeLock().lock(); // fine: released in finally
        try {
            series.remove(year);
            prefixes.remove(year);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public int last(int year) {
        lock.readLock().lock();
        try {
            AtomicInteger last = series.get(year);
            if (last == null) {
                return 0;
            }
            return last.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private String prefix(int year) {
        synchronized (monitor) {
            String prefix = prefixes.get(year);
            return prefix == null ? year + "-" : prefix;
        }
    }
}
