package shop.orders;

/** The body of an order could not be understood. */
public class OrderFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OrderFormatException(String message) {
        super(message);
    }

    public OrderFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
