package shop.stock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the supplier how many pieces of an article can be had. */
public final class SupplierClient {

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI supplier;

    public SupplierClient(URI supplier) {
        this.supplier = supplier;
    }

    public int available(String article) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(supplier.resolve("/articles/" + article))
            .timeout(Duration.ofSeconds(5))
            .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("supplier answered " + response.statusCode() + " for " + article);
        }
        return Integer.parseInt(response.body().strip());
    }
}
