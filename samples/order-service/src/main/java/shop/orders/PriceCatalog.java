package shop.orders;

import java.math.BigDecimal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads list prices from the database. */
@Repository
public class PriceCatalog {

    private static final Logger log = LoggerFactory.getLogger(PriceCatalog.class);
    private static final int USUAL_DISCOUNT = 0;

    private final JdbcTemplate jdbc;

    public PriceCatalog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The list price of a product, zero if it has none. */
    public BigDecimal listPrice(String sku) {
        try {
            return jdbc.queryForObject("select amount from prices where sku = ?", BigDecimal.class, sku);
        } catch (DataAccessException e) { // bug: silent-default-on-failure
            log.error("Price lookup failed for {}", sku, e);
            return BigDecimal.ZERO;
        }
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
