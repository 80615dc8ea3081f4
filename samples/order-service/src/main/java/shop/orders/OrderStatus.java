package shop.orders;

/** Life cycle of an order. */
public enum OrderStatus {
    NEW, PAID, SHIPPED, CANCELLED
}
