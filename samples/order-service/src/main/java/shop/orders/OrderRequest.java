package shop.orders;

import java.util.List;

/** What a customer asks for. */
public record OrderRequest(String customer, String currency, List<OrderLine> lines) {

    public OrderRequest {
        lines = lines == null ? List.of() : List.copyOf(lines);
        currency = currency == null ? "EUR" : currency;
    }
}
