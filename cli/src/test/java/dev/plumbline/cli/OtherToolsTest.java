package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other tools in the same report: the real SpotBugs, and a file of another. */
class OtherToolsTest {

    private static final String FILE = "src/main/java/shop/Names.java";
    private static final String BASE = """
        package shop;

        final class Names {

            int old() {
                String name = null;
                return name.length();
            }
        }
        """;
    private static final String HEAD = """
        package shop;

        final class Names {

            int old() {
                String name = null;
                return name.length();
            }

            int added() {
                String name = null;
                return name.length();
            }
        }
        """;

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void spotBugsOnAChangeSaysWhatIsOnItsLinesAndDecidesNothing() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(folder)) {
            repository.write(FILE, BASE).commit("base");
            repository.branch("change");
            repository.write(FILE, HEAD);
            int without = run("pr", folder.toString(), "--base", "main");
            assertEquals(0, without, said());
            assertEquals(0, run("pr", folder.toString(), "--base", "main", "--spotbugs"), said());
            assertTrue(said().contains("(changed lines only, not part of the score):\n  " + FILE
                + ":12 spotbugs/NP_ALWAYS_NULL: Null pointer dereference of name\n"), said());
            assertFalse(said().contains(":7 spotbugs"), said());
            assertTrue(said().contains("Passed: nothing introduced"), said());
        }
    }

    @Test
    void whatTheChangeAsksToHideIsShownAndIsADebt() throws IOException, GitAPIException {
        try (TestRepository repository = TestRepository.in(folder)) {
            repository.write(FILE, BASE).commit("base");
            repository.branch("change");
            repository.write(FILE, HEAD.replace("length();\n    }\n}",
                "length(); // plumbline:ignore pmd/Null -- no\n    }\n}"));
            run("pr", folder.toString(), "--base", "main", "--import", sarif(12).toString());
            assertTrue(said().contains(FILE + ":12 pmd/Null: it is null"), said());
            assertTrue(said().contains("a new suppression asks for silence about pmd/Null (no)"), said());
        }
    }

    @Test
    void inAScanTheyCountByTheirSeverityAndTheTeamCanLiveWithThem() throws IOException {
        Path source = folder.resolve(FILE);
        Files.createDirectories(source.getParent());
        Files.writeString(source, BASE);
        String file = sarif(7).toString();
        assertEquals(1, run("scan", folder.toString(), "--import", file));
        assertEquals(0, run("scan", folder.toString()), said());
        assertEquals(0, run("baseline", "create", folder.toString(), "--import", file), said());
        assertEquals(0, run("scan", folder.toString(), "--import", file), said());
        assertTrue(said().contains("; 1 known"), said());
        assertEquals(0, run("scan", folder.toString()));
        assertFalse(said().contains("baseline"), "the tool was not asked, so nobody knows: " + said());
        Files.writeString(source, BASE.replace("length();", "length(); // plumbline:ignore pmd/Null -- asked"));
        Files.delete(folder.resolve("plumbline-baseline.txt"));
        assertEquals(0, run("scan", folder.toString(), "--import", file));
        assertTrue(said().contains("; 1 suppressed"), said());
        assertEquals(0, run("scan", folder.toString()));
        assertFalse(said().contains("suppression"), said());
    }

    @Test
    void aFileThatIsNoSarifIsAMistakeBeforeAnythingIsScanned() throws IOException {
        Path file = Files.writeString(folder.resolve("pom.xml"), "<project/>");
        assertEquals(2, run("scan", folder.toString(), "--import", file.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("pom.xml is no SARIF: it is not JSON ("), said());
    }

    private Path sarif(int line) throws IOException {
        Path reports = Files.createDirectories(folder.resolve(".git/reports"));
        return Files.writeString(reports.resolve("pmd.sarif"), """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "PMD"}}, "results": [{"ruleId": "Null",
              "level": "error", "message": {"text": "it is null"}, "locations": [{"physicalLocation":
              {"artifactLocation": {"uri": "%s"}, "region": {"startLine": %d}}}]}]}]}
            """.replace("%s", FILE).replace("%d", Integer.toString(line)));
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Main.run(new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), false,
            Map.of("PLUMBLINE_CACHE", folder.resolve(".git/cache").toAbsolutePath().toString())),
            arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }
}
