package shop.repaired;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes invoices as text files. */
@Component
public class InvoiceExporter {

    private final Path folder;
    private final DataSource database;

    public InvoiceExporter(@Value("${orders.invoice-folder}") Path folder, DataSource database) {
        this.folder = folder;
        this.database = database;
    }

    /** Writes the invoice of an order and returns the file. */
    public Path export(Order order) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(order.id() + ".txt");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("Invoice for " + order.customer());
            writer.newLine();
            for (OrderLine line : order.lines()) {
                writer.write(line.quantity() + " x " + line.sku());
                writer.newLine();
            }
            writer.write("Total " + order.total());
        }
        return file;
    }

    /** The names of all invoices written so far. */
    public List<String> exported() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** What a customer paid in all, straight from the database to keep memory low. */
    public BigDecimal paidBy(String customer) throws SQLException {
        String sql = "select sum(total) from orders where customer = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement sum = connection.prepareStatement(sql)) {
            sum.setString(1, customer);
            try (ResultSet row = sum.executeQuery()) {
                BigDecimal paid = row.next() ? row.getBigDecimal(1) : null;
                return paid == null ? BigDecimal.ZERO : paid;
            }
        }
    }

    /** The lines of an invoice. */
    public long lines(String order) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(order + ".txt"))) { // fine: closed by the try
            return lines.count();
        }
    }

    public String preview(Order order) {
        StringWriter text = new StringWriter(); // fine: holds memory only
        text.write("Invoice for " + order.customer());
        text.write(", total " + order.total());
        return text.toString();
    }
}
