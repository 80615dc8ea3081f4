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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a judged change looks like in each format, and what GitHub gets. */
class ReviewFormatTest {

    private static final String RULE = Sample.RULE;
    private static final String CLEAN = Sample.SESSIONS.replaceFirst("(?s)    void open.*", "}\n");

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void change() throws IOException {
        Files.createDirectories(folder.resolve("base"));
        Files.createDirectories(folder.resolve("head"));
        Files.writeString(folder.resolve("base/Sessions.java"), CLEAN);
        Files.writeString(folder.resolve("head/Sessions.java"), Sample.SESSIONS);
    }

    @Test
    void markdownIsACommentThatTheNextRunFinds() {
        assertEquals(1, pr("markdown", Map.of()));
        assertTrue(out().startsWith("<!-- plumbline -->\n## Plumbline: Failed: 1 finding introduced"), out());
        assertTrue(out().contains("`Sessions.java:6` `" + RULE + "`: "), out());
    }

    @Test
    void jsonAndSarifHoldTheFinding() {
        assertEquals(1, pr("json", Map.of()));
        assertTrue(out().contains("\"format\": \"plumbline-review\"") && out().contains("\"rule\": \"" + RULE), out());
        assertEquals(1, pr("sarif", Map.of()));
        assertTrue(out().contains("\"baselineState\": \"new\"") && out().contains("\"ruleId\": \"" + RULE), out());
        assertFalse(out().contains(folder.toString()));
    }

    @Test
    void githubGetsAnnotations() {
        assertEquals(1, pr("github", Map.of()));
        assertTrue(out().lines().allMatch(line -> line.startsWith("::")), out());
        assertTrue(out().contains("\n::error file=Sessions.java,line=6,"), out());
        assertEquals("", err());
    }

    @Test
    void theSummaryOfTheStepIsAddedToWhatIsThere() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary.md"), "# Tests\n");
        assertEquals(1, pr("github", Map.of("GITHUB_STEP_SUMMARY", summary.toString())));
        String text = Files.readString(summary);
        assertTrue(text.startsWith("# Tests\n\n<!-- plumbline -->\n## Plumbline: Failed"), text);
        pr("github", Map.of("GITHUB_STEP_SUMMARY", folder.resolve("new.md").toString()));
        assertTrue(Files.readString(folder.resolve("new.md")).contains(RULE));
    }

    @Test
    void otherFormatsLeaveTheSummaryAlone() {
        pr("markdown", Map.of("GITHUB_STEP_SUMMARY", folder.resolve("new.md").toString()));
        assertFalse(Files.exists(folder.resolve("new.md")));
    }

    @Test
    void aSummaryThatIsFullStaysAsItIs() throws IOException {
        String full = "x".repeat((1 << 20) - 100);
        Path summary = Files.writeString(folder.resolve("summary.md"), full);
        assertEquals(1, pr("github", Map.of("GITHUB_STEP_SUMMARY", summary.toString())));
        assertEquals(full, Files.readString(summary));
        assertTrue(err().contains("GitHub shows 1 MiB"), err());
    }

    @Test
    void aSummaryThatCannotBeWrittenDoesNotChangeTheVerdict() {
        assertEquals(1, pr("github", Map.of("GITHUB_STEP_SUMMARY", folder.toString())));
        assertTrue(err().contains("The summary could not be added to GITHUB_STEP_SUMMARY"), err());
        assertTrue(out().contains("::error file=Sessions.java"), out());
    }

    private int pr(String format, Map<String, String> environment) {
        out.reset();
        err.reset();
        return Main.run(
            new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, environment),
            "pr", "--base-dir", folder.resolve("base").toString(), "--head-dir", folder.resolve("head").toString(),
            "--threads", "1", "--format", format);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
