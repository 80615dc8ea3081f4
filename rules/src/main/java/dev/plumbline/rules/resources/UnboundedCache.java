package dev.plumbline.rules.resources;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Rung;
import dev.plumbline.finding.Step;
import dev.plumbline.framework.Root;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.ProgramRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import dev.plumbline.rules.resources.MapUse.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

@RuleInfo(
    title = "A map that outlives its requests grows with them and never shrinks",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {770, 401},
    since = "0.1",
    why = """
        A map in a static field or in a singleton lives as long as the process. When each new user, order or query
        adds an entry and nothing takes one away, the heap fills over days, and what is served from the map is as old
        as the process. In a test it is a fast cache; in production it is a slow leak.""",
    instead = """
        Use a cache with a size and an age, such as Caffeine's `maximumSize` and `expireAfterWrite`, or remove the
        entry when what it stands for ends.""",
    silent = {
        "maps from which something is removed, whose size is looked at, or that are replaced, anywhere in the program",
        "maps that are handed to other code, and weak, bounded or injected ones",
        "keys of which there are few: enums, classes, methods, locales, character sets, names of configuration",
        "maps that are filled while the program starts, and maps that live for one request",
        "static maps of classes that are no bean and that no request enters: most are registries"
    },
    bad = """
        import com.sun.net.httpserver.*;
        import java.util.*;
        import java.util.concurrent.*;
        class Greetings implements HttpHandler {
            private static final Map<String, byte[]> PAGES = new ConcurrentHashMap<>();
            @Override
            public void handle(HttpExchange exchange) {
                String user = exchange.getRequestURI().getQuery();
                byte[] page = PAGES.computeIfAbsent(user, name -> name.getBytes()); // bug: `PAGES` only grows
            }
        }""",
    good = """
        import com.sun.net.httpserver.*;
        import java.util.*;
        class Greetings implements HttpHandler {
            private static final Map<String, byte[]> PAGES = Collections.synchronizedMap(new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                    return size() > 1000;
                }
            });
            @Override
            public void handle(HttpExchange exchange) {
                String user = exchange.getRequestURI().getQuery();
                byte[] page = PAGES.computeIfAbsent(user, name -> name.getBytes());
            }
        }""")
public final class UnboundedCache implements ProgramRule<MapUse> {

    /** Roots that bring data from outside, again and again. */
    private static final Set<Root.Kind> SERVING = Set.of(Root.Kind.REQUEST, Root.Kind.SERVLET,
        Root.Kind.LISTENER, Root.Kind.GRPC);

    @Override
    public List<MapUse> collect(Unit unit, Context context) {
        return unit.methods().flatMap(method -> MapUses.in(method).stream()).toList();
    }

    @Override
    public void check(List<MapUse> facts, Context context, Sink out) {
        Map<FieldRef, List<MapUse>> byField = facts.stream()
            .collect(Collectors.groupingBy(MapUse::field, LinkedHashMap::new, Collectors.toList()));
        byField.forEach((field, uses) -> {
            boolean onlyGrows = uses.stream().anyMatch(use -> use.kind() == Kind.MADE)
                && uses.stream().noneMatch(use -> use.kind() == Kind.BOUNDED);
            if (onlyGrows && livesLong(field, context) && !isBoundedInText(field, context)) {
                uses.stream()
                    .filter(use -> use.kind() == Kind.GROWS && isServing(use.method(), context))
                    .findFirst()
                    .ifPresent(growth -> report(field, growth, uses, context, out));
            }
        });
    }

    /** Methods that do not compile have no bytecode, but they count: it is their absence that would be reported. */
    private static boolean isBoundedInText(FieldRef field, Context context) {
        Pattern bound = Pattern.compile("\\b" + Pattern.quote(field.name())
            + "\\s*\\.\\s*(remove|removeIf|clear|size|isEmpty|retainAll|poll\\w*|entrySet|keySet|values)\\s*\\(");
        return context.program().unitOf(field.owner())
            .filter(id -> context.program().rungs().get(id) != Rung.COMPILED)
            .flatMap(id -> context.program().text(id.path()))
            .filter(text -> bound.matcher(text).find())
            .isPresent();
    }

    /**
     * The map of a bean, or of a class that requests enter. Static maps elsewhere are mostly registries: of languages,
     * classes, files, of which there are few.
     */
    private static boolean livesLong(FieldRef field, Context context) {
        boolean isStatic = context.program().index().find(field.owner())
            .flatMap(owner -> owner.field(field.name()))
            .filter(FieldHeader::isStatic)
            .isPresent();
        return context.beans().isSingleton(field.owner()) || isStatic && context.roots().all().stream()
            .anyMatch(root -> SERVING.contains(root.kind()) && root.method().owner().equals(field.owner()));
    }

    private static boolean isServing(MethodRef method, Context context) {
        return !method.isConstructor() && !method.isStaticInitializer()
            && context.roots().reaching(method).stream().anyMatch(SERVING::contains);
    }

    private static void report(FieldRef field, MapUse growth, List<MapUse> uses, Context context, Sink out) {
        List<Step> trace = new ArrayList<>();
        uses.stream()
            .filter(use -> use.kind() == Kind.MADE)
            .findFirst()
            .ifPresent(
                made -> trace.add(new Step(made.place(), "`" + field.name() + "` is made here, without a bound")));
        trace.add(new Step(growth.place(), "each new key adds an entry here" + context.roots().path(growth.method())
            .filter(path -> path.size() > 1)
            .map(path -> ", reached from `" + path.get(0).display() + "`")
            .orElse("")));
        out.report(growth.place(), "`" + field.name() + "` only grows: `" + growth.call()
            + "` adds an entry for each new key, and nothing ever removes one", trace);
    }
}
