package shop.billing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Tax rates by country, read when first asked for. */
public final class TaxTable {

    private static final BigDecimal[] STEPS;

    static {
        STEPS = new BigDecimal[3];
        for (int i = 0; i < STEPS.length; i++) {
            STEPS[i] = BigDecimal.valueOf(7L * i);
        }
    }

    private final Path file;
    private Map<String, BigDecimal> rates;

    public TaxTable(Path file) {
        this.file = file;
    }

    public BigDecimal rate(String country) {
        if (rates == null) {
            synchronized (this) {
                if (rates == null) {
                    rates = read(); // bug: lazy-init-race
                }
            }
        }
        BigDecimal rate = rates.get(country);
        return rate != null ? rate : STEPS[0];
    }

    public Money tax(Invoice invoice, String country) {
        return invoice.net().percent(rate(country));
    }

    private Map<String, BigDecimal> read() {
        Map<String, BigDecimal> read = new HashMap<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) { // fine: closed by the try
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split("=", 2);
                if (cells.length < 2) {
                    continue;
                }
                read.put(cells[0].trim(), step(cells[1].trim()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return read;
    }

    private static BigDecimal step(String text) {
        return switch (text) {
            case "none" -> STEPS[0];
            case "reduced" -> STEPS[1];
            case "full" -> STEPS[2];
            default -> {
                String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
                yield new BigDecimal(number);
            }
        };
    }
}
