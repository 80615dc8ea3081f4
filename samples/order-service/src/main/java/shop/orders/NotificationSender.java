package shop.orders;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/** Tells customers about their orders. */
@Component
public class NotificationSender {

    private static final Logger log = LoggerFactory.getLogger(NotificationSender.class);

    private final RestTemplate rest;
    private final String url;
    private final CustomerDirectory customers;

    public NotificationSender(RestTemplate rest, @Value("${orders.notifications}") String url,
            CustomerDirectory customers) {
        this.rest = rest;
        this.url = url;
        this.customers = customers;
    }

    /** Best effort: an order stands whether or not its notification was sent. */
    public void orderPlaced(Order order) {
        try {
            String to = customers.emailOf(order.customer());
            rest.postForLocation(url + "/mails", Map.of("to", to, "order", order.id()));
        } catch (RestClientException | OrderRefusedException e) { // fine: nobody is told that it was sent
            log.warn("Notification for order {} was not sent", order.id(), e);
        }
    }

    /** Sends the note that an order was cancelled, which the contract asks for. */
    public boolean orderCancelled(Order order) {
        try {
            rest.postForLocation(url + "/cancellations", Map.of("order", order.id()));
            return true;
        } catch (RestClientException e) {
            log.error("Note on cancelled order {} was not sent", order.id(), e);
            throw e; // fine: logged and passed on
        }
    }
}
