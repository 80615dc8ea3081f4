package dev.plumbline.rules.resources;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Root;
import dev.plumbline.name.MethodRef;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

@RuleInfo(
    title = "A remote call waits for its answer without a limit",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {1088},
    since = "0.1",
    why = """
        Many HTTP clients wait for ever by default; a connect timeout only limits how long it takes to be refused. One
        peer that accepts and never answers then holds a worker thread for each request, until there are none left and
        the service stops answering too, for reasons that are not its own.""",
    instead = """
        Set a limit for the whole request or for each read where the client is made, shorter than the caller's own
        patience: `HttpRequest.Builder.timeout`, `setReadTimeout` of the request factory, a `RequestConfig`.""",
    silent = {
        "clients that have a limit by default: OkHttp, Feign, Lettuce, Jedis, AWS SDK 2, Elasticsearch, Jsoup",
        "clients from a builder or factory that is handed in, which may be configured elsewhere",
        "clients that get a limit on any way, and futures that are waited for with a limit",
        "calls that no request, message, schedule or task leads to: command lines, start-up, libraries"
    },
    bad = """
        import java.io.*;
        import java.net.*;
        import java.net.http.*;
        import java.util.concurrent.*;
        class Rates {
            private final HttpClient http = HttpClient.newBuilder()
                .connectTimeout(java.time.Duration.ofSeconds(2)).build();
            Future<String> load(ExecutorService pool, URI uri) {
                return pool.submit(() -> {
                    HttpRequest request = HttpRequest.newBuilder(uri).build(); // bug: `send` waits without limit
                    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                });
            }
        }""",
    good = """
        import java.io.*;
        import java.net.*;
        import java.net.http.*;
        import java.time.Duration;
        import java.util.concurrent.*;
        class Rates {
            private final HttpClient http = HttpClient.newHttpClient();
            Future<String> load(ExecutorService pool, URI uri) {
                return pool.submit(() -> {
                    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
                    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                });
            }
        }""")
public final class RemoteCallNoTimeout implements MethodRule {

    /** Where a thread that hangs is one thread of many that are needed. */
    private static final Set<Root.Kind> SERVING = Set.of(Root.Kind.REQUEST, Root.Kind.SERVLET,
        Root.Kind.LISTENER, Root.Kind.SCHEDULED, Root.Kind.ASYNC, Root.Kind.TASK, Root.Kind.GRPC);
    private static final int MOST_NAMED = 3;

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        for (Call call : method.calls()) {
            for (ClientKind kind : ClientKind.ALL) {
                if (kind.makes(call, context.program().index()) && method.written(call.site())) {
                    check(method, call, kind, context, out);
                }
            }
        }
    }

    private static void check(MethodCode method, Call made, ClientKind kind, Context context, Sink out) {
        ClientUse use = ClientUse.of(context.program(), kind, method, made);
        if (use.mayBeLimited()) {
            return;
        }
        List<ClientUse.Wait> serving = use.waits().stream().filter(wait -> serves(wait.method(), context)).toList();
        boolean isBean = use.beans().stream().anyMatch(bean -> isAskedFor(bean, context));
        if (serving.isEmpty() && !isBean) {
            return;
        }
        List<Step> trace = new ArrayList<>();
        trace.add(new Step(method.place(made), "the `" + kind.noun() + "` is made here, with its default: no limit"));
        serving.forEach(wait -> trace.add(new Step(wait.method().place(wait.call()),
            "`" + wait.call().name() + "` waits here for as long as it takes")));
        String who = isBean
            ? "every call through this `" + kind.noun() + "` bean"
            : serving.stream().map(wait -> "`" + wait.call().name() + "`").distinct().limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        boolean many = !isBean && who.contains(",");
        out.report(method.place(made), who + (many ? " wait" : " waits") + " without limit: nothing sets "
            + kind.advice(), trace);
    }

    /** Whether some class of the program has a field or a parameter for the bean. */
    private static boolean isAskedFor(MethodRef bean, Context context) {
        String type = bean.descriptor().result();
        return context.program().classes().stream()
            .anyMatch(asking -> asking.fields().stream().anyMatch(field -> field.type().equals(type))
                || asking.methods().stream().anyMatch(method -> method.descriptor().parameters().contains(type)));
    }

    private static boolean serves(MethodCode method, Context context) {
        MethodRef ref = method.ref();
        return context.roots().reaching(ref).stream().anyMatch(SERVING::contains)
            || context.beans().isSingleton(ref.owner().outermost()) && context.roots().reaching(ref).isEmpty();
    }
}
