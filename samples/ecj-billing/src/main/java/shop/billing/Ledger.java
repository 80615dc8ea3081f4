package shop.billing;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All invoices, and who wants to hear of them. */
public class Ledger {

    private final Lock lock = new ReentrantLock();
    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private final Deque<Entry> journal = new ArrayDeque<>();
    private final List<Consumer<? super Invoice>> listeners = new ArrayList<>();

    /** A line of the journal; an inner class on purpose, it knows its ledger. */
    private final class Entry {

        private final String invoice;
        private final int position;

        Entry(Invoice invoice) {
            this.invoice = invoice.number();
            this.position = journal.size() + 1;
        }

        boolean isLatest() {
            return position == journal.size();
        }

        Invoice get() {
            return invoices.get(invoice);
        }
    }

    public void add(Invoice invoice) {
        lock.lock(); // bug: lock-leak-on-exception
        if (invoices.containsKey(invoice.number())) {
            throw new IllegalArgumentException("Invoice " + invoice.number() + " is booked already");
        }
        invoices.put(invoice.number(), invoice);
        journal.add(new Entry(invoice));
        lock.unlock();
        listeners.forEach(listener -> listener.accept(invoice));
    }

    public List<Invoice> select(Predicate<? super Invoice> wanted) {
        List<Invoice> selected = new ArrayList<>();
        lock.lock(); // fine: released in finally, on every return
        try {
            if (invoices.isEmpty()) {
                return selected;
            }
            invoices.values().stream().filter(wanted).forEach(selected::add);
            return selected;
        } finally {
            lock.unlock();
        }
    }

    public int remind(LocalDate today) {
        int reminded = 0;
        next: for (Invoice invoice : select(each -> each.fallDue(today))) {
            for (Item item : invoice) {
                if (item instanceof Item.Fee) {
                    continue next;
                }
            }
            listeners.forEach(listener -> listener.accept(invoice));
            reminded++;
        }
        return reminded;
    }

    public Invoice latest() {
        lock.lock();
        try {
            for (Entry entry : journal) {
                if (entry.isLatest()) {
                    return entry.get();
                }
            }
            throw new IllegalStateException("Nothing is booked");
        } finally {
            lock.unlock();
        }
    }

    public void onBooked(Consumer<? super Invoice> listener) {
        listeners.add(listener);
    }
}
