package dev.plumbline.rules.resources;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class RemoteCallNoTimeoutTest {

    private final RuleTest rule = RuleTest.of(new RemoteCallNoTimeout());

    @Test
    void aRequestWithoutTimeoutInARequestHandler() {
        rule.on("""
            import java.net.URI;
            import java.net.http.*;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Prices {
                private final HttpClient client = HttpClient.newHttpClient();
                @GetMapping("/price")
                String price(@RequestParam String sku) throws Exception {
                    HttpRequest request = HttpRequest.newBuilder(URI.create("http://p/" + sku)).build(); // bug: limit
                    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
                }
            }
            """);
    }

    @Test
    void aRequestWithTimeoutIsFine() {
        rule.on("""
            import java.net.URI;
            import java.net.http.*;
            import java.time.Duration;
            import org.springframework.web.bind.annotation.*;
            @RestController
            class Prices {
                private final HttpClient client = HttpClient.newHttpClient();
                @GetMapping("/price")
                String price(@RequestParam String sku) throws Exception {
                    HttpRequest request = HttpRequest.newBuilder(URI.create("http://prices/" + sku))
                        .timeout(Duration.ofSeconds(2)).build(); // fine: the request has a limit
                    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
                }
            }
            """);
    }

    @Test
    void aTemplateBeanWithItsDefault() {
        rule.on("""
            import org.springframework.context.annotation.*;
            import org.springframework.http.client.SimpleClientHttpRequestFactory;
            import org.springframework.stereotype.Service;
            import org.springframework.web.client.RestTemplate;
            @Configuration
            class Http {
                @Bean
                RestTemplate template() {
                    return new RestTemplate(); // bug: waits without limit
                }
            }
            @Service
            class Prices {
                private final RestTemplate rest;
                Prices(RestTemplate rest) { this.rest = rest; }
                String price(String sku) { return rest.getForObject("http://prices/" + sku, String.class); }
            }
            """);
    }

    @Test
    void aTemplateBeanWithLimits() {
        rule.on("""
            import org.springframework.context.annotation.*;
            import org.springframework.http.client.SimpleClientHttpRequestFactory;
            import org.springframework.stereotype.Service;
            import org.springframework.web.client.RestTemplate;
            @Configuration
            class Http {
                @Bean
                RestTemplate template() {
                    SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
                    factory.setConnectTimeout(1000);
                    factory.setReadTimeout(2000);
                    return new RestTemplate(factory); // fine: both limits are set
                }
            }
            @Service
            class Prices {
                private final RestTemplate rest;
                Prices(RestTemplate rest) { this.rest = rest; }
                String price(String sku) { return rest.getForObject("http://prices/" + sku, String.class); }
            }
            """);
    }

    @Test
    void aToolThatAPersonCanStop() {
        rule.on("""
            import java.net.URI;
            import java.net.http.*;
            class Fetch {
                public static void main(String[] args) throws Exception {
                    HttpRequest request = HttpRequest.newBuilder(URI.create(args[0])).build(); // fine: no root but main
                    System.out.println(HttpClient.newHttpClient().send(request,
                        HttpResponse.BodyHandlers.ofString()).body());
                }
            }
            """);
    }
}
