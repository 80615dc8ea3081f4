package dev.plumbline.report;

import dev.plumbline.engine.Report;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Edit;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Rung;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.Settings;
import dev.plumbline.rule.Sink;
import dev.plumbline.rule.SourceRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report made by hand: two rules, three files, and something of everything that a report can say. */
final class SampleReport {

    static final String SESSIONS = "src/main/java/shop/Sessions.java";
    static final String EXPORT = "src/main/java/shop/Export.java";
    static final String TABLES = "src/main/java/shop/Tables.java";

    static final Map<String, String> TEXTS = Map.of(
        SESSIONS, """
            package shop;

            class Sessions {
                private final ConcurrentMap<String, Integer> hits = new ConcurrentHashMap<>();

                void open(String user) {
                    if (!hits.containsKey(user)) {
                        hits.put(user, 0);
                    }
                }
            }
            """,
        EXPORT, """
            package shop;

            class Export {

                void run(Order order) throws IOException {
            \t\tvar out = new FileOutputStream(order.id() + ".csv");

                    var rows = Tables.rows(order);
                    for (var row : rows) {
                        out.write(row.bytes());
                    }
                    out.close();
                }
            }
            """,
        TABLES, """
            package shop;

            class Tables {
                static List<Row> rows(Order order) {
                    return order.lines().stream().map(Row::of).toList(); // \u001b[2Jgone \u202e
                }
            }
            """);

    /** A rule of a pack that is not about security. */
    @RuleInfo(
        title = "Concurrent map is checked and then changed in two steps",
        severity = Severity.ERROR,
        confidence = Confidence.HIGH,
        cwe = {362, 79},
        since = "0.1",
        why = """
            Each call on a `ConcurrentMap` is atomic, e.g. `put`, but two calls in a row
            are not. Between the check and the change another thread can make the same check.""",
        instead = "Say it in one call: `computeIfAbsent`, `putIfAbsent`, `compute`, `merge`. Or hold a lock.",
        bad = "class A {}",
        good = "class A {}")
    static final class ConcurrentMapCompound implements SourceRule {
        @Override
        public void check(Unit unit, Context context, Sink out) {
        }
    }

    /** A rule that is off unless asked for, of the security pack. */
    @RuleInfo(
        title = "Stream stays open when a call in between fails",
        severity = Severity.WARNING,
        confidence = Confidence.MEDIUM,
        since = "0.1",
        preview = true,
        why = "An exception between opening and closing leaves the file handle open until the process ends.",
        instead = "Open it in the head of a `try`.",
        bad = "class A {}",
        good = "class A {}")
    static final class ResourceLeakOnPath implements SourceRule {
        @Override
        public void check(Unit unit, Context context, Sink out) {
        }
    }

    static RuleCatalog catalog() {
        return RuleCatalog.of(List.of(
            pack("security", settings -> new ResourceLeakOnPath()),
            pack("concurrency", settings -> new ConcurrentMapCompound())));
    }

    static Report report() {
        return of(List.of(leak(), race()), List.of(new Report.Suppressed(quiet(), "one thread only", quiet().place())),
            notices(),
            TEXTS);
    }

    static Report of(List<Finding> findings, List<Report.Suppressed> suppressed, List<Notice> notices,
            Map<String, String> texts) {
        TreeMap<String, Rung> files = new TreeMap<>();
        files.put(SESSIONS, Rung.COMPILED);
        files.put(EXPORT, Rung.COMPILED_IN_MEMORY);
        files.put(TABLES, Rung.COMPILED);
        return new Report("0.1.0", catalog(), List.of("concurrent-map-compound", "resource-leak-on-path"), findings,
            suppressed, notices, files, 1234, file -> Optional.ofNullable(texts.get(file.toString())));
    }

    static Finding race() {
        return new Finding("concurrent-map-compound", Severity.ERROR, Confidence.HIGH, at(SESSIONS, 8, 13, 30),
            "`put` depends on an earlier `containsKey`; another thread can run in between",
            List.of(new Step(at(SESSIONS, 7, 14, 36), "the entry is checked here"),
                new Step(at(SESSIONS, 8, 13, 30), "and changed here, in a second call")),
            Optional.of(new Edit(at(SESSIONS, 8, 13, 30), "hits.putIfAbsent(user, 0)", "Use `putIfAbsent`")),
            new Fingerprint("00112233aabbccdd", "", ""));
    }

    static Finding leak() {
        return new Finding("resource-leak-on-path", Severity.WARNING, Confidence.MEDIUM, at(EXPORT, 6, 13, 54),
            "`out` stays open when `Tables.rows` throws",
            List.of(new Step(at(EXPORT, 6, 13, 54), "opened here"),
                new Step(at(EXPORT, 8, 20, 38), "this call can throw"),
                new Step(at(TABLES, 5, 16, 60), "because of this"),
                new Step(at(EXPORT, 12, 9, 20), "then this is not reached")),
            Optional.empty(), new Fingerprint("99887766ffeeddcc", "", ""));
    }

    static Finding quiet() {
        return new Finding("concurrent-map-compound", Severity.ERROR, Confidence.LOW, at(TABLES, 4, 5, 9),
            "another one", List.of(), Optional.empty(), new Fingerprint("5566778800000000", "", ""));
    }

    static Place at(String file, int line, int column, int endColumn) {
        return new Place(Path.of(file), line, column, line, endColumn);
    }

    private static List<Notice> notices() {
        return Stream.concat(
            IntStream.range(0, 17).mapToObj(i -> Notice.incomplete("stale-classes", "src/main/java/shop/S" + i
                + ".java", "The class files are older than the source; build the project and scan again.")),
            Stream.of(
                Notice.incomplete("unparsable-source", "src/main/java/shop/Odd.java",
                    "src/main/java/shop/Odd.java does not parse at line 3; no rule saw it."),
                Notice.incomplete("unreadable-jar", "/home/me/.m2/odd.jar",
                    "/home/me/.m2/odd.jar is not a jar; its types are unknown. Download it again."),
                Notice.note("no-module", "No Maven or Gradle build was found; the folders were scanned as they are.")))
            .sorted()
            .toList();
    }

    static RulePack pack(String id, Function<Settings, Rule> rule) {
        return new RulePack() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public List<Function<Settings, Rule>> rules() {
                return List.of(rule);
            }
        };
    }

    private SampleReport() {
    }
}
