package shop.repaired;

/** One product of an order. */
public record OrderLine(String sku, int quantity) {

    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("Quantity must be positive: " + quantity);
        }
    }
}
