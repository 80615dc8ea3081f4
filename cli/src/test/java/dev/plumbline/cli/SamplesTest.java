package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.finding.Rung;
import dev.plumbline.project.Project;
import dev.plumbline.report.ConsoleWriter;
import dev.plumbline.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scans every sample as the build left it and holds the findings against the markers in the code ({@code // bug: RULE}
 * on the very line, nothing on any other) and the report against the one in {@code samples/golden}. With
 * {@code -Dplumbline.golden=update} it writes those reports instead.
 */
class SamplesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path SAMPLES = ROOT.resolve("samples");
    private static final Pattern MARKER = Pattern.compile("// bug: ([a-z][a-z0-9-]*)\\s*$");
    private static final String REFRESH = "mvn test -Dtest=SamplesTest -Dsurefire.failIfNoSpecifiedTests=false"
        + " -Dplumbline.golden=update";

    private static final Map<String, Report> REPORTS = new ConcurrentHashMap<>();

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everyMarkedLineIsReportedAndNoOther(String sample) throws IOException {
        List<String> found = report(sample).findings().stream()
            .map(finding -> finding.place().path() + ":" + finding.place().line() + " " + finding.rule())
            .sorted()
            .toList();
        assertEquals(String.join("\n", marked(sample)), String.join("\n", found));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void theReportIsTheGoldenOne(String sample) throws IOException {
        String printed = ConsoleWriter.plain().write(report(sample));
        Path golden = SAMPLES.resolve("golden").resolve(sample + ".txt");
        if ("update".equals(System.getProperty("plumbline.golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, printed);
        }
        String expected = Files.exists(golden) ? Files.readString(golden) : "";
        assertEquals(expected, printed, () -> ROOT.relativize(golden) + " is stale; refresh it with: " + REFRESH);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everyFileIsReadWithTheClassFilesOfTheBuild(String sample) {
        List<String> others = report(sample).files().entrySet().stream()
            .filter(file -> file.getValue() != Rung.COMPILED)
            .map(file -> file.getValue() + " " + file.getKey())
            .toList();
        assertEquals(List.of(), others, "Build the samples before the tests: mvn -pl samples/" + sample + " compile");
        assertTrue(report(sample).notices().isEmpty(), () -> report(sample).notices().toString());
    }

    static List<String> samples() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .map(folder -> folder.getFileName().toString())
                .sorted()
                .toList();
        }
    }

    private static Report report(String sample) {
        return REPORTS.computeIfAbsent(sample, SamplesTest::scan);
    }

    /** Relative to the root of this project, whether or not that is a git work tree. */
    private static Report scan(String sample) {
        Project found = Project.discover(
            new Project.Request(List.of(SAMPLES.resolve(sample)), List.of(), List.of()));
        Project project = new Project(ROOT, found.modules(), found.notices());
        return Scan.run(new ScanRequest(project, RuleCatalog.installed(), List.of(), List.of(), List.of(), List.of(),
            2, line -> {}));
    }

    private static List<String> marked(String sample) throws IOException {
        List<String> marked = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SAMPLES.resolve(sample).resolve("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    Matcher marker = MARKER.matcher(lines.get(i));
                    if (marker.find()) {
                        String path = ROOT.relativize(file).toString().replace('\\', '/');
                        marked.add(path + ":" + (i + 1) + " " + marker.group(1));
                    }
                }
            }
        }
        return marked.stream().sorted().toList();
    }
}
