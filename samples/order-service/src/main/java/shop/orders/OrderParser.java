package shop.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Turns request bodies into orders. */
@Component
public class OrderParser {

    private static final int USUAL_LIMIT = 20;

    private final ObjectMapper json;

    public OrderParser(ObjectMapper json) {
        this.json = json;
    }

    public OrderRequest parse(String body) {
        OrderRequest request;
        try {
            request = json.readValue(body, OrderRequest.class);
        } catch (JsonProcessingException e) {
            throw new OrderFormatException("The order is not valid JSON"); // bug: cause-dropped
        }
        if (request.lines().isEmpty()) {
            throw new OrderFormatException("The order has no lines");
        }
        return request;
    }

    /** The page size a client asks for. */
    public int limit(String text) {
        if (text == null) {
            return USUAL_LIMIT;
        }
        try {
            return Math.min(Integer.parseInt(text), 100);
        } catch (NumberFormatException e) {
            throw new OrderFormatException("Not a number: " + text); // fine: the message says all there is to know
        }
    }
}
