package shop.catalog;

import lombok.Builder;
import lombok.Value;
import lombok.experimental.Accessors;

/** What a list of products shows of each. */
@Value
@Builder
@Accessors(fluent = true)
public class ProductCard {

    String sku;
    String title;
    String price;
    String breadcrumb;
    boolean soldOut;

    public static ProductCard of(Product product) {
        return builder()
            .sku(product.getSku())
            .title(product.getName())
            .price(Prices.text(product.getPrice()))
            .breadcrumb(product.getCategory().path())
            .soldOut(product.isSoldOut())
            .build();
    }

    public String line() {
        return sku() + " | " + title() + " | " + price() + (soldOut() ? " | sold out" : "");
    }
}
