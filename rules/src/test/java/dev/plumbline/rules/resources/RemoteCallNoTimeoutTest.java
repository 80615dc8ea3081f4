package dev.plumbline.rules.resources;

import dev.plumbline.testkit.RuleTest;
import org.junit.jupiter.api.Test;

class RemoteCallNoTimeoutTest {

    private final RuleTest rule = RuleTest.of(new RemoteCallNoTimeout());

    @Test
    void aBeanThatIsAskedForWaitsForAll() {
        rule.on("""
            import org.springframework.context.annotation.Bean;
            import org.springframework.http.client.*;
            import org.springframework.web.client.RestTemplate;
            class Clients {
                @Bean
                RestTemplate plain() {
                    return new RestTemplate(); // bug: every call through this `RestTemplate` bean waits without limit
                }
                @Bean
                RestTemplate connectOnly() {
                    SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory(); // bug: limit
                    factory.setConnectTimeout(1000);
                    return new RestTemplate(factory);
                }
                @Bean
                RestTemplate zero() {
                    SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory(); // bug: limit
                    factory.setReadTimeout(0);
                    return new RestTemplate(factory);
                }
                @Bean
                RestTemplate limited() {
                    SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
                    factory.setReadTimeout(5000);
                    return new RestTemplate(factory); // fine: limited by its factory
                }
                @Bean
                RestTemplate later() {
                    RestTemplate client = new RestTemplate(); // fine: gets a factory
                    client.setRequestFactory(limits());
                    return client;
                }
                private static ClientHttpRequestFactory limits() {
                    SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
                    factory.setReadTimeout(5000);
                    return factory;
                }
            }
            class Stock {
                private final RestTemplate rest;
                Stock(RestTemplate rest) {
                    this.rest = rest;
                }
            }
            """);
    }

    @Test
    void aBeanThatNobodyAsksForIsFine() {
        rule.on("""
            import org.springframework.context.annotation.Bean;
            import org.springframework.web.client.RestTemplate;
            class Clients {
                @Bean
                RestTemplate plain() {
                    return new RestTemplate(); // fine: no class has a field or parameter for it
                }
            }
            """);
    }

    @Test
    void whatAFactoryFromOutsideMayLimitIsFine() {
        rule.on("""
            import com.sun.net.httpserver.*;
            import org.springframework.http.client.ClientHttpRequestFactory;
            import org.springframework.web.client.*;
            class Stock implements HttpHandler {
                private final RestTemplate rest;
                private final RestClient client;
                Stock(ClientHttpRequestFactory factory, RestClient.Builder builder) {
                    rest = new RestTemplate(factory);
                    client = builder.build();
                }
                @Override
                public void handle(HttpExchange exchange) {
                    rest.getForObject("http://stock", String.class); // fine: the factory may have limits
                    client.get().uri("http://stock").retrieve().body(String.class); // fine: so may the builder
                }
            }
            """);
    }

    @Test
    void aClientIsFollowedThroughFieldsAndHelpers() {
        rule.on("""
            import com.sun.net.httpserver.*;
            import org.springframework.web.client.RestTemplate;
            class Stock implements HttpHandler {
                private final RestTemplate rest = made();
                private static RestTemplate made() {
                    return new RestTemplate(); // bug: `getForObject` waits without limit
                }
                @Override
                public void handle(HttpExchange exchange) {
                    ask(exchange.getRequestURI().getPath());
                }
                private String ask(String path) {
                    return rest.getForObject("http://stock" + path, String.class);
                }
            }
            """);
    }

    @Test
    void aRequestNeedsALimitOfItsOwn() {
        rule.on("""
            import com.sun.net.httpserver.*;
            import java.io.*;
            import java.net.*;
            import java.net.http.*;
            import java.time.Duration;
            import java.util.concurrent.*;
            class Proxy implements HttpHandler {
                private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
                @Override
                public void handle(HttpExchange exchange) throws IOException {
                    URI uri = exchange.getRequestURI();
                    try {
                        plain(uri);
                        limited(uri);
                        future(uri);
                        endless(uri);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                void plain(URI uri) throws IOException, InterruptedException {
                    HttpRequest request = HttpRequest.newBuilder(uri).GET().build(); // bug: `send` waits without limit
                    http.send(request, HttpResponse.BodyHandlers.ofString());
                }
                void limited(URI uri) throws IOException, InterruptedException {
                    HttpRequest request = HttpRequest.newBuilder(uri) // fine: the request has a limit
                        .timeout(Duration.ofSeconds(2))
                        .build();
                    http.send(request, HttpResponse.BodyHandlers.ofString());
                }
                void future(URI uri) {
                    HttpRequest request = HttpRequest.newBuilder(uri).build(); // fine: the wait has a limit
                    http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).orTimeout(2, TimeUnit.SECONDS).join();
                }
                void endless(URI uri) {
                    HttpRequest request = HttpRequest.newBuilder(uri).build(); // bug: `sendAsync` waits without limit
                    http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
                }
            }
            """);
    }

    @Test
    void connectionsNeedAReadTimeout() {
        rule.on("""
            import com.sun.net.httpserver.*;
            import java.io.*;
            import java.net.*;
            class Fetch implements HttpHandler {
                @Override
                public void handle(HttpExchange exchange) throws IOException {
                    URL url = new URL("http://other" + exchange.getRequestURI());
                    HttpURLConnection endless = (HttpURLConnection) url.openConnection(); // bug: `setReadTimeout`
                    endless.setConnectTimeout(1000);
                    endless.getResponseCode();
                    HttpURLConnection limited = (HttpURLConnection) url.openConnection(); // fine: it has one
                    limited.setReadTimeout(1000);
                    limited.getResponseCode();
                }
            }
            """);
    }

    @Test
    void commandLinesMayWait() {
        rule.on("""
            import java.io.*;
            import java.net.*;
            import java.net.http.*;
            class Download {
                public static void main(String[] args) throws IOException, InterruptedException {
                    HttpRequest request = HttpRequest.newBuilder(URI.create(args[0])).build(); // fine: a person waits
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
                }
            }
            """);
    }

    @Test
    void whatLeavesTheProgramIsFine() {
        rule.on("""
            import com.sun.net.httpserver.*;
            import java.io.*;
            import java.net.*;
            import java.net.http.*;
            import java.util.function.*;
            class Customised implements HttpHandler {
                private final HttpClient http = HttpClient.newHttpClient();
                private final Consumer<HttpRequest.Builder> customizer;
                Customised(Consumer<HttpRequest.Builder> customizer) {
                    this.customizer = customizer;
                }
                @Override
                public void handle(HttpExchange exchange) throws IOException {
                    HttpRequest.Builder builder = HttpRequest.newBuilder(exchange.getRequestURI());
                    customizer.accept(builder); // fine: may set a limit
                    try {
                        http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
            """);
    }

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
}
