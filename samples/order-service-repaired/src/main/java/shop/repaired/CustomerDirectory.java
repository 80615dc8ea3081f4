package shop.repaired;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/** Looks customers up in the customer service. */
@Service
public class CustomerDirectory {

    private final RestTemplate rest;
    private final String url;

    public CustomerDirectory(RestTemplate rest, @Value("${orders.customers}") String url) {
        this.rest = rest;
        this.url = url;
    }

    /** Holds that stop a customer from ordering. Without them no order is accepted. */
    public List<Hold> holdsOn(String customer) {
        try {
            Hold[] holds = rest.getForObject(url + "/customers/{id}/holds", Hold[].class, customer);
            return holds == null ? List.of() : List.of(holds);
        } catch (RestClientException e) {
            throw new OrderRefusedException("The holds of " + customer + " are not known", e);
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
