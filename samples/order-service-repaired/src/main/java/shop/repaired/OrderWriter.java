package shop.repaired;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores orders. */
@Repository
public class OrderWriter {

    private final JdbcTemplate jdbc;

    public OrderWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores an order with its lines, or nothing of it. */
    @Transactional
    public void save(Order order) {
        jdbc.update("insert into orders (id, customer, total, status, receipt) values (?, ?, ?, ?, ?)",
            order.id(), order.customer(), order.total(), order.status().name(), order.receipt());
        for (OrderLine line : order.lines()) {
            jdbc.update("insert into order_lines (order_id, sku, quantity) values (?, ?, ?)",
                order.id(), line.sku(), line.quantity());
        }
    }

    public boolean changeStatus(String id, OrderStatus status) {
        return jdbc.update("update orders set status = ? where id = ?", status.name(), id) == 1;
    }
}
