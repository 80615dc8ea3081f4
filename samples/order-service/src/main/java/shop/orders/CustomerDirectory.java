package shop.orders;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/** Looks customers up in the customer service. */
@Service
public class CustomerDirectory {

    private static final Logger log = LoggerFactory.getLogger(CustomerDirectory.class);

    private final RestTemplate rest;
    private final String url;

    public CustomerDirectory(RestTemplate rest, @Value("${orders.customers}") String url) {
        this.rest = rest;
        this.url = url;
    }

    /** Holds that stop a customer from ordering. Never throws, so that checkout stays available. */
    public List<Hold> holdsOn(String customer) {
        try {
            Hold[] holds = rest.getForObject(url + "/customers/{id}/holds", Hold[].class, customer);
            return holds == null ? List.of() : List.of(holds);
        } catch (RestClientException e) { // bug: silent-default-on-failure
            log.warn("Could not load the holds of {}, continuing without them", customer, e);
            return List.of();
        }
    }

    /** The address invoices go to. */
    public String emailOf(String customer) {
        try {
            return rest.getForObject(url + "/customers/{id}/email", String.class, customer);
        } catch (RestClientException e) {
            throw new OrderRefusedException("No e-mail of " + customer, e); // fine: the failure goes on, with its cause
        }
    }
}
