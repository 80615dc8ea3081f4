package shop.orders;

import java.math.BigDecimal;
import java.util.List;

/** An order as it is stored. */
public record Order(String id, String customer, List<OrderLine> lines, BigDecimal total, OrderStatus status,
        String receipt) {

    public Order {
        lines = List.copyOf(lines);
    }

    public Order paid(String paymentReceipt) {
        return new Order(id, customer, lines, total, OrderStatus.PAID, paymentReceipt);
    }
}
