package example.store;

import example.model.Order;
import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;

/** Orders on the disk. */
public final class Files {

    /** Whoever calls this has to close what it gets. */
    public static BufferedReader open(String customer) throws IOException {
        return new BufferedReader(new FileReader(customer + ".orders"));
    }

    /** One line of a file. */
    public static Order order(String customer, String line) {
        return new Order(customer, Integer.parseInt(line));
    }

    private Files() {
    }
}
