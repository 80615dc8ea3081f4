package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.rule.RuleCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private static final String CLEAN = "class Clean {\n    int one() {\n        return 1;\n    }\n}\n";
    private static final String DEFECT = Sample.SESSIONS;

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void sources() throws IOException {
        Files.createDirectories(folder.resolve("clean"));
        Files.createDirectories(folder.resolve("defect"));
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("clean/Clean.java"), CLEAN);
        Files.writeString(folder.resolve("defect/Sessions.java"), DEFECT);
    }

    private int run(String... arguments) {
        return run(false, arguments);
    }

    private int run(boolean interactive, String... arguments) {
        out.reset();
        err.reset();
        return Main.run(new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), interactive, Map.of()), arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void cleanCodeGivesZero() {
        assertEquals(0, run("scan", path("clean")), this::out);
        assertEquals("", err());
    }

    @Test
    void aFindingGivesOneUnlessTheThresholdIsHigher() {
        assertEquals(1, run("scan", path("defect")), this::err);
        assertTrue(out().contains("[lock-leak-on-exception]"), this::out);
        assertEquals(0, run("scan", "--fail-on", "none", path("defect")));
    }

    @Test
    void whatWasNotAnalysedGivesThreeAndAFindingWins() {
        assertEquals(3, run("scan", path("empty")));
        assertEquals(1, run("scan", path("empty"), path("defect")));
        assertEquals(3, run("scan", path("empty"), path("defect"), "--fail-on=none"));
    }

    @Test
    void oneScanWritesSeveralReports() throws IOException {
        String sarif = path("out/plumbline.sarif");
        assertEquals(1,
            run("scan", "--report", "sarif=" + sarif, "--report", "json=" + path("p.json"), path("defect")));
        assertTrue(out().contains("error: "), this::out);
        assertTrue(Files.readString(Path.of(sarif)).contains("\"version\": \"2.1.0\""));
        assertTrue(Files.readString(Path.of(path("p.json"))).contains("\"format\": \"plumbline-report\""));
        assertEquals(2, run("scan", "--report", "sarif", path("clean")));
        assertEquals(2, run("scan", "--report", "xml=" + sarif, path("clean")));
    }

    @Test
    void mistakesGiveTwoAndOneSentence() {
        assertEquals(2, run());
        assertEquals(2, run("scan"));
        assertEquals(2, run("scan", path("nosuch")));
        assertEquals("plumbline: There is no file or folder " + path("nosuch") + ".\n", err());
        assertEquals(2, run("scan", "--threads", "0", path("clean")));
        assertEquals(2, run("scan", "--format", "xml", path("clean")));
        assertTrue(err().contains("text, json, sarif, codescanning, github, gitlab"), this::err);
        assertEquals(2, run("scan", "--output", path("clean"), path("clean")));
        assertEquals("", out());
    }

    @Test
    void anUnknownRuleNamesNearOnes() {
        assertEquals(2, run("scan", "--rules", "concurent-map", path("clean")));
        assertTrue(err().contains("There is no rule concurent-map; did you mean concurrent-map-compound?"), this::err);
        assertEquals(2, run("scan", "--packs", "concurency", path("clean")));
        assertTrue(err().contains("There is no pack concurency; did you mean concurrency?"), this::err);
        assertEquals(2, run("explain", "qqqqqqqqqqqq"));
        assertEquals("plumbline: There is no rule qqqqqqqqqqqq; `plumbline rules` lists them.\n", err());
    }

    @Test
    void reportsGoWhereTheyAreAskedTo() throws IOException {
        Path file = folder.resolve("deep/er/report.sarif");
        assertEquals(1, run("scan", path("defect"), "--format=sarif", "--output", file.toString()), this::err);
        assertEquals("", out());
        assertTrue(Files.readString(file).contains("\"2.1.0\""));
        assertEquals("plumbline: 1 finding, written to " + file + ".\n", err());
        assertEquals(1, run("scan", path("defect"), "--format=sarif"));
        assertEquals(Files.readString(file), out());
        assertEquals(1, run("scan", path("defect"), "--format=json"));
        assertTrue(out().startsWith("{"));
    }

    @Test
    void coloursAreForTerminalsOnly() {
        run("scan", path("defect"));
        assertFalse(out().contains("\u001b["));
        run(true, "scan", path("defect"));
        assertTrue(out().contains("\u001b["));
        run(true, "scan", "--no-color", path("defect"));
        assertFalse(out().contains("\u001b["));
        assertFalse(new Terminal(System.out, System.err, true, Map.of("NO_COLOR", "1")).wantsColours());
        assertTrue(new Terminal(System.out, System.err, true, Map.of("NO_COLOR", "")).wantsColours());
    }

    @Test
    void everyExitCodeIsInTheHelp() {
        assertEquals(0, run("scan", "--help"));
        for (ExitCode code : ExitCode.values()) {
            assertTrue(out().contains("\n   " + code.number() + "   "), this::out);
        }
    }

    @Test
    void everyRuleIsListedAndExplained() {
        assertEquals(0, run("rules"));
        List<String> lines = out().lines().toList();
        RuleCatalog catalog = RuleCatalog.installed();
        assertEquals(catalog.rules().size() + 1, lines.size());
        catalog.rules().forEach(card -> {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(card.id() + " ")));
            assertEquals(0, run("explain", card.id()));
            assertTrue(out().startsWith("# " + card.info().title()));
        });
    }
}
