package shop.orders;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** The checkouts that are under way, by session. */
@Component
public class CheckoutSessions {

    private final ConcurrentMap<String, Checkout> open = new ConcurrentHashMap<>();
    private final Object gate = new Object();

    /** A checkout and how often it was tried. */
    public record Checkout(String customer, AtomicInteger tries) {
    }

    /** Opens a checkout, or joins the one that is open already. */
    public Checkout open(String session, String customer) {
        Checkout checkout = open.get(session);
        if (checkout == null) {
            checkout = new Checkout(customer, new AtomicInteger());
            open.put(session, checkout); // preview: concurrent-map-compound
        }
        checkout.tries().incrementAndGet();
        return checkout;
    }

    /** Hands a checkout to another customer, once at a time. */
    public void handOver(String session, String customer) {
        synchronized (gate) {
            if (open.containsKey(session)) {
                open.put(session, new Checkout(customer, new AtomicInteger())); // fine: one lock around both
            }
        }
    }

    public void close(String session) {
        open.remove(session);
    }
}
