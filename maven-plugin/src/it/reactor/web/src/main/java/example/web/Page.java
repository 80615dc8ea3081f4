package example.web;

import example.orders.Orders;
import example.stock.Stock;
import java.io.IOException;

/** What a customer sees. */
public final class Page {

    private final Orders orders = new Orders();
    private final Stock stock = new Stock();

    /** Takes the first order out of the stock. */
    public void show(String customer) throws IOException {
        stock.take(orders.first(customer).amount());
    }
}
