package shop.repaired;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Exchange rates to the euro, loaded once on first use. */
@Component
public class ExchangeRates {

    private final JdbcTemplate jdbc;
    private volatile Map<String, BigDecimal> rates;
    private volatile Map<String, Integer> decimals;

    public ExchangeRates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public BigDecimal rate(String currency) {
        // Double-checked locking avoids the lock once the rates are there.
        if (rates == null) {
            synchronized (this) {
                if (rates == null) {
                    rates = load();
                }
            }
        }
        return rates.getOrDefault(currency, BigDecimal.ONE);
    }

    public int decimals(String currency) {
        Map<String, Integer> known = decimals;
        if (known == null) {
            synchronized (this) {
                known = decimals;
                if (known == null) {
                    known = Map.of("EUR", 2, "USD", 2, "JPY", 0);
                    decimals = known; // fine: the field is volatile
                }
            }
        }
        return known.getOrDefault(currency, 2);
    }

    private Map<String, BigDecimal> load() {
        Map<String, BigDecimal> loaded = new HashMap<>();
        jdbc.query("select currency, rate from rates",
            row -> {
                loaded.put(row.getString("currency"), row.getBigDecimal("rate"));
            });
        return loaded;
    }
}
