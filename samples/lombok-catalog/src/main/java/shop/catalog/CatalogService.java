package shop.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;
import lombok.experimental.FieldDefaults;
import lombok.extern.slf4j.Slf4j;
import lombok.val;

/** Finds products and answers questions about them. */
@Slf4j
@RequiredArgsConstructor
@FieldDefaults(makeFinal = true, level = AccessLevel.PRIVATE)
public class CatalogService {

    @NonNull
    ProductStore store;
    @NonNull
    ProductViews views;
    @Getter(lazy = true)
    private final List<String> featured = views.mostViewed(10); // fine: Lombok writes the lazy getter safely

    public Product product(String sku) {
        val found = store.find(sku).orElseThrow(() -> new NoSuchElementException("There is no product " + sku));
        views.viewed(found.getSku());
        return found;
    }

    public Page<ProductCard> search(@NonNull SearchRequest request) {
        val matching = store.all().stream().filter(request::matches).toList();
        log.debug("{} products match {}", matching.size(), request);
        return Page.of(matching, request.getPage(), request.getSize()).map(ProductCard::of);
    }

    public Map<String, Long> facets(@NonNull SearchRequest request) {
        return store.all().stream()
            .filter(request::matches)
            .flatMap(product -> product.getVariants().stream())
            .collect(Collectors.groupingBy(Variant::getColour, TreeMap::new, Collectors.counting()));
    }

    public void restock(String sku, String size, int count) {
        val product = product(sku);
        val restocked = product.toBuilder().clearVariants();
        for (val variant : product.getVariants()) {
            val stock = variant.getSize().equals(size) ? variant.getStock() + count : variant.getStock();
            restocked.variant(Variant.builder()
                .size(variant.getSize())
                .colour(variant.getColour())
                .stock(stock)
                .build());
        }
        store.add(restocked.build());
    }

    public void sale(Category category, BigDecimal percent) {
        store.all().stream()
            .filter(product -> product.getCategory().isWithin(category))
            .map(product -> product.discounted(percent))
            .forEach(store::add);
    }
}
