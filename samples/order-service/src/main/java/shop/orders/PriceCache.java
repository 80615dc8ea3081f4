package shop.orders;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Keeps computed prices in memory to spare the database. Thread-safe. */
@Component
public class PriceCache {

    private final PriceCatalog catalog;
    private final Map<String, BigDecimal> prices = new ConcurrentHashMap<>();

    public PriceCache(PriceCatalog catalog) {
        this.catalog = catalog;
    }

    /** The price of a product for a customer; computed once, then served from memory. */
    public BigDecimal price(String sku, String customer) {
        String key = sku + ":" + customer;
        return prices.computeIfAbsent(key, k -> discounted(sku, customer)); // bug: unbounded-cache
    }

    private BigDecimal discounted(String sku, String customer) {
        BigDecimal percent = BigDecimal.valueOf(100L - catalog.discount(customer));
        return catalog.listPrice(sku).multiply(percent).movePointLeft(2);
    }
}
