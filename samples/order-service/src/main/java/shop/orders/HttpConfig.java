package shop.orders;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestTemplate;

/** HTTP clients shared by all services. */
@Configuration
public class HttpConfig {

    /** Central RestTemplate, so that connection settings live in one place. */
    @Bean
    public RestTemplate restTemplate() {
        return new RestTemplate(); // bug: remote-call-no-timeout
    }

    /** Client for the payment gateway, with a sensible connect timeout. */
    @Bean
    public HttpClient paymentHttpClient() {
        return HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    }
}
