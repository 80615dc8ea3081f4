package shop.billing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Prints invoices as text. */
public class Printer {

    private static final String HEAD = """
        Invoice %s
        ----------
        """;

    private final TaxTable taxes;

    public Printer(TaxTable taxes) {
        this.taxes = taxes;
    }

    /** A column of the printed table. */
    private interface Column extends Function<Item, String> {

        static Column title() {
            return Item::title;
        }

        static Column net() {
            return item -> item.net().toString();
        }

        default Column padded(int width) {
            return item -> pad(apply(item), width);
        }

        private String pad(String text, int width) {
            StringBuilder padded = new StringBuilder(text);
            while (padded.length() < width) {
                padded.append(' ');
            }
            return padded.toString();
        }
    }

    public void print(Invoice invoice, String country, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (BufferedWriter out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
            write(invoice, country, out);
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Prints all invoices into one file, the highest first. */
    public int printAll(List<Invoice> invoices, String country, Path file) throws IOException {
        List<Invoice> sorted = invoices.stream()
            .sorted(Comparator.comparing(Invoice::net).reversed().thenComparing(Invoice::number))
            .toList();
        BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8); // bug: resource-leak-on-path
        for (Invoice invoice : sorted) {
            write(invoice, country, out);
            out.newLine();
        }
        out.close();
        return sorted.size();
    }

    /** Prints one invoice without a draft, with the older idiom. */
    public void printDirectly(Invoice invoice, String country, Path file) throws IOException {
        Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8); // fine: closed in finally
        try {
            write(invoice, country, out);
        } finally {
            out.close();
        }
    }

    private void write(Invoice invoice, String country, Writer out) throws IOException {
        Column title = Column.title().padded(40);
        Column net = Column.net();
        out.write(HEAD.formatted(invoice.number()));
        for (Item item : invoice) {
            out.write(title.apply(item) + net.apply(item) + System.lineSeparator());
        }
        out.write(String.format(Locale.ROOT, "Net %s, tax %s%n", invoice.net(), taxes.tax(invoice, country)));
    }
}
