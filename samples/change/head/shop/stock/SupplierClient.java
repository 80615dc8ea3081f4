package shop.stock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the supplier how many pieces of an article can be had, and remembers what it said. */
public final class SupplierClient {

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final URI supplier;

    public SupplierClient(URI supplier) {
        this.supplier = supplier;
    }

    public int available(String article) {
        if (!answers.containsKey(article)) {
            answers.put(article, ask(article));
        }
        return answers.get(article);
    }

    private int ask(String article) {
        try {
            HttpRequest request = HttpRequest.newBuilder(supplier.resolve("/articles/" + article))
                .timeout(Duration.ofSeconds(5))
                .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return Integer.parseInt(response.body().strip());
        } catch (IOException e) { // bug: silent-default-on-failure
            System.err.println("Supplier not reachable, assuming none: " + e.getMessage());
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for " + article, e);
        }
    }
}
