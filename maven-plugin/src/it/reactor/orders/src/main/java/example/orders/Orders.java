package example.orders;

import example.model.Order;
import example.store.Files;
import java.io.BufferedReader;
import java.io.IOException;

/** Reads what was ordered. */
public final class Orders {

    /** The first order of a customer. */
    public Order first(String customer) throws IOException {
        BufferedReader reader = Files.open(customer);
        return Files.order(customer, reader.readLine());
    }
}
