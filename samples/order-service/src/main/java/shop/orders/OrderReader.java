package shop.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Reads stored orders. */
@Repository
public class OrderReader {

    private final JdbcTemplate jdbc;
    private final RowMapper<OrderLine> lines = (row, number) -> new OrderLine(row.getString("sku"),
        row.getInt("quantity"));

    public OrderReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Order find(String id) {
        return jdbc.query("select * from orders where id = ?", (row, number) -> order(row), id).stream()
            .findFirst()
            .orElseThrow(() -> new OrderRefusedException("There is no order " + id));
    }

    public List<Order> ordersOf(String customer, int limit) {
        String sql = "select * from orders where customer = ? order by id fetch first ? rows only";
        return jdbc.query(sql, (row, number) -> order(row), customer, limit);
    }

    private Order order(ResultSet row) throws SQLException {
        String id = row.getString("id");
        List<OrderLine> found = jdbc.query("select * from order_lines where order_id = ?", lines, id);
        return new Order(id, row.getString("customer"), found, row.getBigDecimal("total"),
            OrderStatus.valueOf(row.getString("status")), row.getString("receipt"));
    }
}
