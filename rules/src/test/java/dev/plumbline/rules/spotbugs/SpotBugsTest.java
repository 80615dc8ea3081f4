package dev.plumbline.rules.spotbugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.UsageException;
import dev.plumbline.project.Project;
import dev.plumbline.rule.RuleCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the real SpotBugs, which the build has unpacked. */
class SpotBugsTest {

    private static final Path JARS = Path.of("target/spotbugs");

    @TempDir
    private Path folder;

    @Test
    void itsFindingsStandOnOurLinesAndSurviveInTheCacheAndInAnotherLanguage() throws IOException {
        Path source = folder.resolve("src/shop/Orders.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, """
            package shop;

            public final class Orders {

                private int unread;

                int price(String sku) {
                    String name = null;
                    return name.length();
                }

                boolean same(Integer one, String other) {
                    return one.equals(other); // plumbline:ignore spotbugs/EC_UNRELATED_TYPES -- told to
                }

                void count() { // plumbline:ignore spotbugs/NP_ALWAYS_NULL -- silences nothing
                    unread = 1;
                }
            }
            """);

        Report report = scan();

        assertEquals(List.of("SpotBugs"), report.tools().stream().map(OtherTool::name).toList());
        Finding nothing = report.findings().stream()
            .filter(finding -> finding.rule().equals("spotbugs/NP_ALWAYS_NULL")).findFirst().orElseThrow();
        assertEquals("Null pointer dereference of name", nothing.message());
        assertEquals("shop/Orders.java:9:9-30", nothing.place().path().replace("src/", "") + ":"
            + nothing.place().line() + ":" + nothing.place().column() + "-" + nothing.place().endColumn());
        assertEquals(Severity.WARNING, nothing.severity());
        assertEquals(Confidence.HIGH, nothing.confidence());
        assertEquals("shop/Orders.price", nothing.fingerprint().subject());
        assertEquals(List.of(563), report.tools().get(0).find("spotbugs/URF_UNREAD_FIELD").orElseThrow().cwe());
        assertEquals(5, report.findings().stream().filter(one -> one.rule().equals("spotbugs/URF_UNREAD_FIELD"))
            .findFirst().orElseThrow().place().line());
        assertEquals(List.of("spotbugs/EC_UNRELATED_TYPES"),
            report.suppressed().stream().map(one -> one.finding().rule()).toList());
        assertEquals(List.of("suppression-unused"), report.notices().stream().map(one -> one.kind()).toList());

        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.JAPANESE);
            spoilTheCache();
            assertEquals(report.findings(), scan().findings());
            assertEquals(report.tools(), scan().tools());
            assertEquals(Locale.JAPANESE, Locale.getDefault());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void oursIsShownWhereBothSayTheSame() throws IOException {
        Files.writeString(folder.resolve("Locked.java"), """
            import java.util.concurrent.locks.*;

            class Locked {

                private final Lock lock = new ReentrantLock();

                void work(Runnable task) {
                    lock.lock();
                    task.run();
                    lock.unlock();
                }
            }
            """);

        assertEquals(List.of("lock-leak-on-exception"),
            scan().findings().stream().map(Finding::rule).toList());
    }

    @Test
    void whatOverlapsIsAPatternOfSpotBugs() throws IOException {
        String patterns;
        try (ZipFile jar = new ZipFile(JARS.resolve("spotbugs.jar").toFile());
                InputStream in = jar.getInputStream(jar.getEntry("messages.xml"))) {
            patterns = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        TreeSet<String> unknown = new TreeSet<>();
        RuleCatalog.installed().rules().stream().flatMap(card -> Arrays.stream(card.info().overlaps()))
            .filter(rule -> !patterns.contains("<BugPattern type=\"" + rule.replace("spotbugs/", "") + "\">"))
            .forEach(unknown::add);

        assertEquals(new TreeSet<>(), unknown);
    }

    @Test
    void whoHasNoSpotBugsIsToldWhereToPutIt() {
        assertTrue(assertThrows(UsageException.class, () -> SpotBugs.in(folder.resolve("none"), Map.of()))
            .getMessage()
            .contains("folder `spotbugs` beside plumbline.jar"));
    }

    private Report scan() throws IOException {
        Project project = Project.discover(new Project.Request(List.of(folder), List.of(), List.of()));
        try (Stream<Path> jars = Files.list(JARS)) {
            SpotBugs spotBugs = SpotBugs.from(jars.toList(),
                Map.of("PLUMBLINE_CACHE", folder.resolve("cache").toAbsolutePath().toString()));
            return Scan.run(ScanRequest.of(project, RuleCatalog.installed(), 2), List.of(spotBugs));
        }
    }

    private void spoilTheCache() throws IOException {
        try (Stream<Path> results = Files.list(folder.resolve("cache/spotbugs"))) {
            List<Path> all = results.toList();
            assertEquals(1, all.size());
            Files.writeString(all.get(0), Files.readString(all.get(0)).substring(0, 200));
        }
    }
}
