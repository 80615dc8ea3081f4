package shop.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import lombok.experimental.UtilityClass;

/** Prices as text and back. */
@UtilityClass
public class Prices {

    private final String CURRENCY = "EUR";

    public String text(BigDecimal price) {
        return String.format(Locale.ROOT, "%s %s", price.setScale(2, RoundingMode.HALF_UP), CURRENCY);
    }

    public BigDecimal parse(String text) {
        String number = text.replace(CURRENCY, "").trim();
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException e) {
            throw new CatalogException("Not a price: " + text, e); // fine: cause kept
        }
    }
}
