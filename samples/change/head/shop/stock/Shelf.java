package shop.stock;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** How many pieces of each article are on the shelf. */
public final class Shelf {

    private static final int LOW = 3;

    private final Lock lock = new ReentrantLock();
    private final Map<String, Integer> pieces = new TreeMap<>();
    private final SupplierClient suppliers;

    public Shelf(SupplierClient suppliers) {
        this.suppliers = suppliers;
    }

    public void put(String article, int count) {
        lock.lock();
        try {
            pieces.merge(article, count, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    public boolean take(String article) {
        lock.lock(); // bug: lock-leak-on-exception
        int left = pieces.getOrDefault(article, 0);
        if (left < LOW) {
            int more = suppliers.available(article); // preview: blocking-while-locked
            System.out.println(article + " runs low; the supplier has " + more);
        }
        if (left > 0) {
            pieces.put(article, left - 1);
        }
        lock.unlock();
        return left > 0;
    }

    /** One line for each article. */
    public void write(Path file) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file); // old: resource-leak-on-path, was there before the change
        for (Map.Entry<String, Integer> entry : pieces.entrySet()) {
            out.write(entry.getKey() + " " + entry.getValue());
            out.newLine();
        }
        out.close();
    }
}
