package shop.repaired;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/** Asks the inventory service how much of a product there is. */
@Component
public class InventoryClient {

    private final RestTemplate rest;
    private final String url;

    public InventoryClient(RestTemplate rest, @Value("${orders.inventory}") String url) {
        this.rest = rest;
        this.url = url;
    }

    public int available(String sku) {
        try {
            Integer count = rest.getForObject(url + "/stock/{sku}", Integer.class, sku);
            if (count == null) {
                throw new InventoryException("No stock count for " + sku);
            }
            return count;
        } catch (RestClientException e) {
            throw new InventoryException("Inventory did not answer for " + sku, e); // fine: cause kept
        }
    }
}
