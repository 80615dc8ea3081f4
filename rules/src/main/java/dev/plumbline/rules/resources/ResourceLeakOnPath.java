package dev.plumbline.rules.resources;

import static dev.plumbline.finding.Severity.ERROR;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Edge;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

@RuleInfo(
    title = "A resource stays open on some path out of the method",
    severity = ERROR,
    confidence = Confidence.HIGH,
    cwe = {772},
    overlaps = {
        "spotbugs/OBL_UNSATISFIED_OBLIGATION",
        "spotbugs/OBL_UNSATISFIED_OBLIGATION_EXCEPTION_EDGE",
        "spotbugs/ODR_OPEN_DATABASE_RESOURCE",
        "spotbugs/ODR_OPEN_DATABASE_RESOURCE_EXCEPTION_PATH",
        "spotbugs/OS_OPEN_STREAM",
        "spotbugs/OS_OPEN_STREAM_EXCEPTION_PATH"
    },
    since = "0.1",
    why = """
        A file, socket, connection or response that is opened and not closed holds a descriptor or a place in a pool
        until the garbage collector happens to find it, if ever. A `close()` at the end of the happy path is not
        enough: the exception that skips it comes when the disk is full or the peer is gone, again and again, and
        hours later nothing can be opened any more.""",
    instead = """
        Open it in the head of a try-with-resources statement, one resource a variable. Where the resource must
        outlive the method, store or return it at once, and close it in a `catch` that rethrows.""",
    silent = {
        "resources that are returned, stored, captured, or passed to code that may keep or close them",
        "resources closed through a wrapper, or through the connection or statement they belong to",
        "memory-backed streams, `System.in` and `System.out`, streams that a container closes",
        "methods on the way that throw unchecked exceptions only, and a `close()` that throws",
        "encodings that are named by a constant, and programs that end: `main` and `System.exit`"
    },
    bad = """
        import java.io.*;
        import java.nio.file.*;
        import java.util.List;
        class Export {
            void write(Path file, List<String> rows) throws IOException {
                Writer out = Files.newBufferedWriter(file); // bug: `out` stays open when `write` throws
                for (String row : rows) {
                    out.write(row);
                }
                out.close();
            }
        }""",
    good = """
        import java.io.*;
        import java.nio.file.*;
        import java.util.List;
        class Export {
            void write(Path file, List<String> rows) throws IOException {
                try (Writer out = Files.newBufferedWriter(file)) {
                    for (String row : rows) {
                        out.write(row);
                    }
                }
            }
        }""")
public final class ResourceLeakOnPath implements MethodRule {

    @Override
    public void check(MethodCode method, Context context, Sink out) {
        if (isMain(method)) {
            return;
        }
        HandlingKind kind = HandlingKind.of(context.program());
        Ownership ownership = new Ownership(method, called -> kind.known(called)
            .orElseGet(() -> context.program().summary(kind, called)));
        Births births = new Births(context.program(), ownership);
        Set<Integer> lines = new HashSet<>();
        Set<Site> closes = new HashSet<>();
        for (Call birth : births.in(method)) {
            if (lines.contains(method.line(birth.site()))) {
                continue;
            }
            Lifetime life = Lifetime.of(method, birth.site(), ownership::wraps);
            Hazards hazards = new Hazards(method);
            life.uses().stream().filter(ownership::ends).forEach(use -> closes.add(use.site()));
            Predicate<Lifetime.Use> ends = use -> ownership.ends(use) || births.livesOnInPart(method, use);
            life.wayOutWithout(ends, hazards::isReal)
                .filter(way -> births.isOpenOn(way, method, birth) && !isKeptElsewhere(way, life, ownership))
                .ifPresent(way -> {
                    lines.add(method.line(birth.site()));
                    report(method, birth, life, ownership, way, out);
                });
        }
        closedHere(method, new OwnClose(method, context.program(), ownership), ownership, lines, closes, out);
    }

    /** What is closed here though nothing says that it is opened: only a close that an exception skips counts. */
    private static void closedHere(MethodCode method, OwnClose own, Ownership ownership, Set<Integer> lines,
            Set<Site> closes, Sink out) {
        for (Call birth : own.births()) {
            Lifetime life = Lifetime.of(method, birth.site(), ownership::wraps);
            boolean isSeen = lines.contains(method.line(birth.site()))
                || life.uses().stream().anyMatch(use -> ownership.ends(use) && closes.contains(use.site()));
            if (isSeen) {
                continue;
            }
            Hazards hazards = new Hazards(method);
            life.uses().stream().filter(ownership::ends).forEach(use -> closes.add(use.site()));
            Predicate<Lifetime.Use> ends = use -> own.ends(life, use);
            boolean isSometimesKept = life.wayOutWithout(ends,
                edge -> edge.kind() != Edge.Kind.THROWN && hazards.isReal(edge)).isPresent();
            if (isSometimesKept) {
                continue;
            }
            life.wayOutWithout(ends, hazards::isReal)
                .filter(way -> way.stream().anyMatch(edge -> edge.kind() == Edge.Kind.THROWN))
                .ifPresent(way -> {
                    lines.add(method.line(birth.site()));
                    report(method, birth, life, ownership, way, out);
                });
        }
    }

    /** Handed over on one branch and closed on another: that the two conditions are one is not seen here. */
    private static boolean isKeptElsewhere(List<Edge> way, Lifetime life, Ownership ownership) {
        return way.stream().noneMatch(edge -> edge.kind() == Edge.Kind.THROWN)
            && life.uses().stream().anyMatch(use -> use.kind() == Lifetime.Use.Kind.ARGUMENT && ownership.keeps(use))
            && life.uses().stream()
                .anyMatch(use -> use.kind() == Lifetime.Use.Kind.RECEIVER && ownership.ends(use));
    }

    private static boolean isMain(MethodCode method) {
        return method.ref().name().equals("main") && method.header().isStatic();
    }

    private static void report(MethodCode method, Call birth, Lifetime life, Ownership ownership, List<Edge> way,
            Sink out) {
        String name = new ResourceName(method, birth, life).text();
        Edge last = way.get(way.size() - 1);
        Optional<Edge> thrown = way.stream().filter(edge -> edge.kind() == Edge.Kind.THROWN).findFirst();
        List<Step> trace = new ArrayList<>();
        trace.add(new Step(method.place(birth), name + " is opened here"));
        thrown.ifPresent(edge -> trace.add(new Step(method.place(edge.from()), thrower(method, edge) + " can throw")));
        if (thrown.filter(last::equals).isEmpty()) {
            trace.add(new Step(method.place(last.from()), "the method is left here, " + name + " still open"));
        }
        String message;
        if (life.uses().stream().noneMatch(ownership::ends)) {
            message = name + " is never closed";
        } else if (thrown.isPresent()) {
            message = name + " stays open when " + thrower(method, thrown.get()) + " throws";
        } else {
            message = name + " stays open on the path that leaves in line " + method.line(last.from());
        }
        out.report(method.place(birth), Character.toUpperCase(message.charAt(0)) + message.substring(1), trace);
    }

    private static String thrower(MethodCode method, Edge edge) {
        return method.call(edge.from())
            .map(call -> "`" + (call.target().isConstructor() ? "new " + call.target().owner().simple() : call.name())
                + "`")
            .orElse("this line");
    }
}
