package shop.billing;

import java.io.IOException;
import java.io.LineNumberReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads the file of payments that the bank sends: {@code date;invoice;amount currency}. */
public class PaymentFile {

    /** A line of the file. */
    public record Payment(LocalDate date, String invoice, Money money) {
    }

    /** The file does not look as it should. */
    public static class FormatException extends Exception {

        private static final long serialVersionUID = 1L;

        public FormatException(String message) {
            super(message);
        }

        public FormatException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final Path file;

    public PaymentFile(Path file) {
        this.file = file;
    }

    public List<Payment> read() throws FormatException {
        List<Payment> payments = new ArrayList<>();
        try (LineNumberReader reader = new LineNumberReader(Files.newBufferedReader(file))) {
            String line;
            while ((line = reader.readLine()) != null) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                payments.add(payment(line, reader.getLineNumber()));
            }
        } catch (IOException e) {
            throw new FormatException("Cannot read payments from " + file); // bug: cause-dropped
        }
        return payments;
    }

    /** Books the payments and returns those that no invoice was found for. */
    public List<Payment> bookIn(Ledger ledger) throws FormatException {
        List<Payment> unknown = new ArrayList<>();
        for (Payment payment : read()) {
            List<Invoice> paid = ledger.select(invoice -> invoice.number().equals(payment.invoice()));
            if (paid.isEmpty()) {
                unknown.add(payment);
            }
            paid.forEach(Invoice::paid);
        }
        return unknown;
    }

    private static Payment payment(String line, int number) throws FormatException {
        String[] cells = line.split(";");
        if (cells.length != 3) {
            throw new FormatException("Line " + number + " has " + cells.length + " columns");
        }
        class Cell {

            private final String text;

            Cell(int index) {
                this.text = cells[index].trim();
            }

            LocalDate date() throws FormatException {
                try {
                    return LocalDate.parse(text);
                } catch (DateTimeParseException e) {
                    throw new FormatException("Line " + number + ": no date: " + text, e); // fine: cause kept
                }
            }

            Money money() {
                int blank = text.indexOf(' ');
                return Money.of(text.substring(0, blank), Currency.named(text.substring(blank + 1)));
            }
        }
        return new Payment(new Cell(0).date(), new Cell(1).text, new Cell(2).money());
    }
}
