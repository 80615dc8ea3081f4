package shop.catalog;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import lombok.Builder;
import lombok.Data;
import lombok.Singular;
import lombok.experimental.Accessors;

/** What a visitor looks for. */
@Data
@Builder
@Accessors(chain = true)
public class SearchRequest {

    @Builder.Default
    private String text = "";
    private Category within;
    private BigDecimal atMost;
    @Singular
    private Set<String> colours;
    @Builder.Default
    private int page = 0;
    @Builder.Default
    private int size = 20;

    public boolean matches(Product product) {
        return matchesText(product) && matchesPrice(product) && matchesCategory(product) && matchesColour(product);
    }

    private boolean matchesText(Product product) {
        String wanted = getText().toLowerCase(Locale.ROOT);
        return product.getName().toLowerCase(Locale.ROOT).contains(wanted)
            || product.getDescription().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private boolean matchesPrice(Product product) {
        return getAtMost() == null || product.getPrice().compareTo(getAtMost()) <= 0;
    }

    private boolean matchesCategory(Product product) {
        return getWithin() == null || product.getCategory().isWithin(getWithin());
    }

    private boolean matchesColour(Product product) {
        return getColours().isEmpty()
            || product.getVariants().stream().map(Variant::getColour).anyMatch(getColours()::contains);
    }
}
