package shop.orders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Stores orders. */
@Repository
public class OrderWriter {

    private static final Logger log = LoggerFactory.getLogger(OrderWriter.class);

    private final JdbcTemplate jdbc;

    public OrderWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores an order with its lines; database errors are handled here, callers need not care. */
    public boolean save(Order order) {
        try {
            jdbc.update("insert into orders (id, customer, total, status, receipt) values (?, ?, ?, ?, ?)",
                order.id(), order.customer(), order.total(), order.status().name(), order.receipt());
            for (OrderLine line : order.lines()) {
                jdbc.update("insert into order_lines (order_id, sku, quantity) values (?, ?, ?)",
                    order.id(), line.sku(), line.quantity());
            }
        } catch (DataAccessException e) { // bug: success-reported-after-failure
            log.error("Could not save order {}", order.id(), e);
        }
        return true;
    }

    public boolean changeStatus(String id, OrderStatus status) {
        return jdbc.update("update orders set status = ? where id = ?", status.name(), id) == 1;
    }
}
