package shop.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.NonNull;
import lombok.Synchronized;
import lombok.extern.slf4j.Slf4j;

/** Products in memory. */
@Slf4j
public class ProductStore {

    private final Map<String, Product> products = new LinkedHashMap<>();

    @Synchronized
    public void add(@NonNull Product product) {
        Product before = products.put(product.getSku(), product);
        log.debug("{} {}", before == null ? "Added" : "Replaced", product.getSku());
    }

    @Synchronized
    public boolean addIfAbsent(@NonNull Product product) {
        if (products.containsKey(product.getSku())) {
            return false;
        }
        products.put(product.getSku(), product); // fine: not a concurrent map, and Lombok holds a lock
        return true;
    }

    @Synchronized
    public Optional<Product> find(String sku) {
        return Optional.ofNullable(products.get(sku));
    }

    @Synchronized
    public List<Product> all() {
        List<Product> all = new ArrayList<>(products.values());
        all.sort(Comparator.comparing(Product::getName).thenComparing(Product::getSku));
        return all;
    }

    @Synchronized
    public void remove(String sku) {
        products.remove(sku);
    }
}
