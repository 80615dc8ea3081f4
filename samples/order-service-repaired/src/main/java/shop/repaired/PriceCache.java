package shop.repaired;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Keeps computed prices in memory to spare the database. Thread-safe. */
@Component
public class PriceCache {

    private final PriceCatalog catalog;
    private final Cache<String, BigDecimal> prices = Caffeine.newBuilder()
        .maximumSize(10_000)
        .expireAfterWrite(Duration.ofMinutes(10))
        .build();

    public PriceCache(PriceCatalog catalog) {
        this.catalog = catalog;
    }

    /** The price of a product for a customer; computed at most every ten minutes. */
    public BigDecimal price(String sku, String customer) {
        String key = sku + ":" + customer;
        return prices.get(key, k -> discounted(sku, customer));
    }

    private BigDecimal discounted(String sku, String customer) {
        BigDecimal percent = BigDecimal.valueOf(100L - catalog.discount(customer));
        return catalog.listPrice(sku).multiply(percent).movePointLeft(2);
    }
}
