package shop.repaired;

import java.math.BigDecimal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads list prices from the database. */
@Repository
public class PriceCatalog {

    private static final int USUAL_DISCOUNT = 0;

    private final JdbcTemplate jdbc;

    public PriceCatalog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The list price of a product; an order for a product without one is refused. */
    public BigDecimal listPrice(String sku) {
        return jdbc.queryForList("select amount from prices where sku = ?", BigDecimal.class, sku).stream()
            .findFirst()
            .orElseThrow(() -> new OrderRefusedException("There is no price for " + sku));
    }

    /** The discount in percent that is written in a customer's name tag, as in {@code gold-15}. */
    public int discount(String customer) {
        try {
            return Integer.parseInt(customer.substring(customer.lastIndexOf('-') + 1));
        } catch (NumberFormatException e) {
            return USUAL_DISCOUNT; // fine: text that is not a number is an answer, nothing failed
        }
    }
}
