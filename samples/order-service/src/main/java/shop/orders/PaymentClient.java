package shop.orders;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Talks to the payment gateway. */
@Component
public class PaymentClient {

    private final HttpClient http;
    private final URI gateway;

    public PaymentClient(HttpClient http, @Value("${orders.payment-gateway}") URI gateway) {
        this.http = http;
        this.gateway = gateway;
    }

    /** Charges the customer and returns the receipt. The client already has a connect timeout. */
    public String charge(String order, BigDecimal amount, String currency) {
        BodyPublisher form = BodyPublishers.ofString("order=" + order + "&amount=" + amount + "&currency=" + currency);
        URI charges = gateway.resolve("/charges");
        try {
            HttpRequest request = HttpRequest.newBuilder(charges).POST(form).build(); // bug: remote-call-no-timeout
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return accepted(response).body();
        } catch (IOException e) {
            throw new PaymentException("The gateway cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PaymentException("Interrupted while waiting for the gateway", e);
        }
    }

    /** Gives the money of a receipt back. */
    public void refund(String receipt, BigDecimal amount) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/refunds/" + receipt))
            .POST(BodyPublishers.ofString("amount=" + amount))
            .build();
        try {
            HttpResponse<String> response = http.sendAsync(request, BodyHandlers.ofString())
                .orTimeout(10, TimeUnit.SECONDS) // fine: the wait has a limit
                .join();
            accepted(response);
        } catch (CompletionException e) {
            throw new PaymentException("No refund for " + receipt, e);
        }
    }

    private static HttpResponse<String> accepted(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new PaymentException("The gateway answered " + response.statusCode());
        }
        return response;
    }
}
