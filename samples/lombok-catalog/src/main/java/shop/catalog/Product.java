package shop.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import lombok.Builder;
import lombok.NonNull;
import lombok.Singular;
import lombok.Value;
import lombok.With;

/** A product as customers see it. */
@Value
@Builder(toBuilder = true)
public class Product {

    @NonNull
    String sku;
    @NonNull
    String name;
    @Builder.Default
    String description = "";
    @With
    BigDecimal price;
    @With
    Category category;
    @Singular
    List<Variant> variants;
    @Singular
    Map<String, String> attributes;

    public boolean isSoldOut() {
        return variants.stream().mapToInt(Variant::getStock).sum() == 0;
    }

    public Product discounted(BigDecimal percent) {
        BigDecimal factor = BigDecimal.valueOf(100).subtract(percent).movePointLeft(2);
        return withPrice(price.multiply(factor));
    }
}
