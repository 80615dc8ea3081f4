package dev.plumbline.rules.resources;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.MethodRef;
import java.util.List;

/**
 * A way to call over the network that waits without limit unless told otherwise.
 *
 * @param noun what a reader calls it
 * @param made the calls that make a client or request with its defaults
 * @param same calls on it, or with it, whose result still is the client or leads to the same wait
 * @param bounds calls on it, or with it, that limit the wait, or may
 * @param waits calls on it, or with it, that wait for the answer
 * @param advice what limits the wait
 */
record ClientKind(String noun, List<Callee> made, List<Callee> same, List<Callee> bounds, List<Callee> waits,
        String advice) {

    private static final String HTTP = "java.net.http.";
    private static final String REST = "org.springframework.web.client.";
    private static final String FACTORY = "org.springframework.http.client.";
    private static final String APACHE4 = "org.apache.http.";
    private static final String APACHE5 = "org.apache.hc.client5.http.";

    private static final Callee REST_TEMPLATE_CALLS = Callee.of(REST + "RestOperations")
        .named("getForObject", "getForEntity", "postForObject", "postForEntity", "postForLocation", "exchange",
            "execute", "put", "delete", "patchForObject", "headForHeaders", "optionsForAllow");
    private static final Callee REST_CLIENT_CALLS = Callee.of(REST + "RestClient")
        .named("get", "post", "put", "patch", "delete", "head", "options", "method");
    private static final List<Callee> FACTORIES = List.of(Callee.of(FACTORY + "SimpleClientHttpRequestFactory",
        FACTORY + "JdkClientHttpRequestFactory", FACTORY + "HttpComponentsClientHttpRequestFactory")
        .named("<init>").taking("()"));

    /** In the order in which they are asked. Clients with a limit of their own are left out on purpose. */
    static final List<ClientKind> ALL = List.of(
        new ClientKind("HttpRequest",
            List.of(Callee.of(HTTP + "HttpRequest").named("newBuilder").taking("()", "(Ljava/net/URI;)")),
            List.of(Callee.of(HTTP + "HttpRequest$Builder").named("build", "copy", "uri", "version", "header",
                "headers", "setHeader", "expectContinue", "method", "GET", "POST", "PUT", "DELETE", "HEAD")),
            List.of(Callee.of(HTTP + "HttpRequest$Builder").named("timeout")),
            List.of(Callee.of(HTTP + "HttpClient").named("send", "sendAsync")),
            "`timeout` on the request builder"),
        new ClientKind("RestTemplate",
            List.of(Callee.of(REST + "RestTemplate").named("<init>").taking("()", "(Ljava/util/List;)")),
            List.of(),
            List.of(Callee.of(FACTORY + "support.HttpAccessor").named("setRequestFactory")),
            List.of(REST_TEMPLATE_CALLS),
            "a request factory with a read timeout"),
        new ClientKind("RestTemplate",
            FACTORIES,
            List.of(Callee.of(REST + "RestTemplate", FACTORY + "BufferingClientHttpRequestFactory").named("<init>"),
                Callee.of(REST + "RestClient$Builder").named("requestFactory", "build", "baseUrl", "defaultHeader",
                    "requestInterceptor", "messageConverters")),
            List.of(Callee.of(FACTORY + "ClientHttpRequestFactory").named("setReadTimeout", "setHttpClient")),
            List.of(REST_TEMPLATE_CALLS, REST_CLIENT_CALLS),
            "`setReadTimeout` on its request factory"),
        new ClientKind("RestClient",
            List.of(Callee.of(REST + "RestClient").named("create", "builder")
                .taking("()", "(Ljava/lang/String;)", "(Ljava/net/URI;)")),
            List.of(Callee.of(REST + "RestClient$Builder").named("build", "clone", "baseUrl", "defaultHeader",
                "defaultHeaders", "defaultCookie", "defaultRequest", "defaultUriVariables", "defaultStatusHandler",
                "uriBuilderFactory", "requestInterceptor", "requestInterceptors", "requestInitializer",
                "messageConverters", "observationRegistry")),
            List.of(Callee.of(REST + "RestClient$Builder").named("requestFactory", "apply")),
            List.of(REST_CLIENT_CALLS),
            "a request factory with a read timeout"),
        new ClientKind("HttpClient",
            List.of(Callee.of(APACHE4 + "impl.client.HttpClients", APACHE5 + "impl.classic.HttpClients")
                .named("createDefault", "createSystem", "createMinimal", "custom").taking("()"),
                Callee.of(APACHE4 + "impl.client.HttpClientBuilder", APACHE5 + "impl.classic.HttpClientBuilder")
                    .named("create").taking("()")),
            List.of(Callee.of(APACHE4 + "impl.client.HttpClientBuilder", APACHE5 + "impl.classic.HttpClientBuilder")
                .named("build", "disableRedirectHandling", "disableAutomaticRetries", "disableCookieManagement",
                    "disableAuthCaching", "disableContentCompression", "evictExpiredConnections", "setUserAgent",
                    "setDefaultHeaders", "setDefaultCredentialsProvider", "setDefaultCookieStore", "setProxy",
                    "setRedirectStrategy", "setRetryHandler", "setRetryStrategy", "setMaxConnTotal",
                    "setMaxConnPerRoute", "setSSLContext", "setSSLSocketFactory", "setSSLHostnameVerifier")),
            List.of(Callee.of(APACHE4 + "impl.client.HttpClientBuilder", APACHE5 + "impl.classic.HttpClientBuilder")
                .named("setDefaultRequestConfig", "setConnectionManager", "setDefaultSocketConfig",
                    "setRequestExecutor")),
            List.of(Callee.of(APACHE4 + "client.HttpClient", APACHE5 + "classic.HttpClient").named("execute",
                "executeOpen")),
            "a default `RequestConfig` with a response timeout"),
        new ClientKind("HttpURLConnection",
            List.of(Callee.of("java.net.URL").named("openConnection")),
            List.of(),
            List.of(Callee.of("java.net.URLConnection").named("setReadTimeout")),
            List.of(Callee.of("java.net.HttpURLConnection").named("getInputStream", "getResponseCode",
                "getResponseMessage", "getHeaderField", "getContent")),
            "`setReadTimeout`"));

    boolean makes(Call call, ClassIndex index) {
        return matches(made, call.target(), index);
    }

    boolean isSame(MethodRef called, ClassIndex index) {
        return matches(same, called, index);
    }

    boolean bounds(MethodRef called, ClassIndex index) {
        return matches(bounds, called, index);
    }

    boolean waits(MethodRef called, ClassIndex index) {
        return matches(waits, called, index);
    }

    private static boolean matches(List<Callee> callees, MethodRef called, ClassIndex index) {
        return callees.stream().anyMatch(callee -> callee.matches(called, index));
    }
}
