package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.engine.Report;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ConsoleWriterTest {

    private static final String FILE = "A.java";

    @Test
    void looksAsItShould() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("console.txt")) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8),
                ConsoleWriter.plain().write(SampleReport.report()));
        }
    }

    @Test
    void coloursChangeNothingElse() {
        String coloured = ConsoleWriter.coloured().write(SampleReport.report());
        assertTrue(coloured.startsWith("\u001b[1;33mwarning:\u001b[0m "));
        assertEquals(ConsoleWriter.plain().write(SampleReport.report()), coloured.replaceAll("\u001b\\[[0-9;]+m", ""));
    }

    @Test
    void aCleanReportIsOneLine() {
        Report clean = SampleReport.of(List.of(), List.of(), List.of(), Map.of());
        assertEquals("No findings in 3 files (2 with class files, 1 compiled in memory), 1,234 lines\n",
            ConsoleWriter.plain().write(clean));
    }

    @Test
    void aLongLineIsCutAroundTheMark() {
        String line = "x".repeat(5_000) + "bug()" + "y".repeat(5_000);
        String shown = frame(line, new Place(Path.of(FILE), 1, 5_001, 1, 5_006));
        assertEquals("   1 | ..." + "x".repeat(40) + "bug()" + "y".repeat(75) + "...\n"
            + "     |    " + " ".repeat(40) + "^^^^^\n", shown);
    }

    @Test
    void tabsAndWideCharactersKeepTheCaretsUnderTheirCode() {
        assertEquals("   1 |     s = \"\u6f22\u5b57\"; bug();\n     |                 ^^^\n",
            frame("\ts = \"\u6f22\u5b57\"; bug();", new Place(Path.of(FILE), 1, 12, 1, 15)));
    }

    @Test
    void aRegionOfSeveralLinesIsUnderlinedOnEach() {
        assertEquals("""
               1 | if (a
                 | ^^^^^
               2 |     && b) {
                 |     ^^^^^
            """, frame("if (a\n    && b) {\n}\n", new Place(Path.of(FILE), 1, 1, 2, 10)).replace("   3 | }\n", ""));
    }

    @Test
    void ofALongRegionTheFirstAndTheLastLineAreShown() {
        assertEquals("""
               1 | {
                 | ^
              ...
               7 | }
                 | ^
            """, frame("{\n" + "a();\n".repeat(5) + "}\n", new Place(Path.of(FILE), 1, 1, 7, 2))
            .replace("   6 | a();\n", ""));
    }

    @Test
    void aStepWithoutTextStillSaysWhatItSays() {
        Place place = new Place(Path.of(FILE), 7, 3, 7, 9);
        Finding finding = finding("m", place, List.of(new Step(place, "opened here")));
        String shown = ConsoleWriter.plain().write(SampleReport.of(List.of(finding), List.of(), List.of(), Map.of()));
        assertTrue(shown.contains("  --> A.java:7:3\n     | 1. opened here (A.java:7:3)\n"), shown);
    }

    @Property(tries = 500)
    void nothingInTheCodeReachesTheTerminalAsACommand(@ForAll String source, @ForAll String message,
            @ForAll @StringLength(max = 30) String what, @ForAll @IntRange(min = -1, max = 5) int line,
            @ForAll @IntRange(min = -1, max = 300) int column, @ForAll @IntRange(min = -1, max = 5) int endLine) {
        Place place = new Place(Path.of(FILE), line, column, endLine, column + 5);
        Finding finding = finding(message, place, List.of(new Step(new Place(Path.of("B"), 1, 1, 1, 2), what)));
        String shown = ConsoleWriter.plain().write(
            SampleReport.of(List.of(finding), List.of(), List.of(), Map.of(FILE, source, "B", message)));
        assertFalse(shown.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n'
            || Character.getType(c) == Character.FORMAT), shown);
        assertEquals(1, shown.lines().filter(text -> text.startsWith("error:")).count());
    }

    private static String frame(String source, Place place) {
        Report report = SampleReport.of(List.of(finding("m", place, List.of())), List.of(), List.of(),
            Map.of(FILE, source));
        String shown = ConsoleWriter.plain().write(report);
        int arrow = shown.indexOf("-->");
        return shown.substring(shown.indexOf('\n', arrow) + 1, shown.indexOf("  why:"));
    }

    private static Finding finding(String message, Place place, List<Step> trace) {
        return new Finding("concurrent-map-compound", Severity.ERROR, Confidence.HIGH, place, message, trace,
            Optional.empty(), new Fingerprint("0", "", ""));
    }
}
