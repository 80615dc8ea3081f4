package shop.orders;

/** The order is well-formed but cannot be accepted. */
public class OrderRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OrderRefusedException(String message) {
        super(message);
    }

    public OrderRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
