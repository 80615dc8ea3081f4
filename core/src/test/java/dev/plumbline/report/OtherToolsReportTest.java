package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SpecVersion;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Review;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.OtherRule;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all writers make of the findings of other tools. */
class OtherToolsReportTest {

    private static final SchemaCheck OASIS =
        SchemaCheck.against("/sarif-schema-2.1.0.json", SpecVersion.VersionFlag.V4);
    private static final SchemaCheck REPORT =
        SchemaCheck.against("/dev/plumbline/report/plumbline-report.schema.json", SpecVersion.VersionFlag.V7);
    private static final SchemaCheck REVIEW =
        SchemaCheck.against("/dev/plumbline/report/plumbline-review.schema.json", SpecVersion.VersionFlag.V7);

    private static final OtherTool PMD = new OtherTool("PMD", "7.17.0", "https://pmd.github.io", List.of(
        new OtherRule("pmd/CloseResource", "Close it", "It leaks. And more.", "https://docs.pmd-code.org/x#y",
            Severity.WARNING, List.of(772), List.of("Error Prone"))));
    private static final OtherTool ODD = new OtherTool("My Tool", "", "no link", List.of(
        new OtherRule("my-tool/x", "", "", "neither is this", Severity.NOTE, List.of(), List.of())));
    private static final Finding OPEN = finding("pmd/CloseResource", Severity.WARNING, "`out` is not closed");
    private static final Finding STRANGE = finding("my-tool/x", Severity.NOTE, "odd\u0007");

    private static Finding finding(String rule, Severity severity, String message) {
        return new Finding(rule, severity, Confidence.MEDIUM, SampleReport.at(SampleReport.EXPORT, 6, 13, 54), message,
            List.of(), Optional.empty(), Fingerprint.of(rule, "", "", 1));
    }

    private static Report report() {
        Report own = SampleReport.report();
        return new Report(own.version(), own.catalog(), own.ran(),
            Stream.concat(own.findings().stream(), Stream.of(OPEN, STRANGE)).sorted().toList(), own.suppressed(),
            own.notices(), own.files(), own.linesOfCode(), own.text(), List.of(), List.of(ODD, PMD));
    }

    private static Review review() {
        TreeMap<String, SortedSet<Integer>> changed = new TreeMap<>();
        changed.put(SampleReport.EXPORT, new TreeSet<>(Set.of(6)));
        Review own = HandmadeReview.of(List.of(SampleReport.race()), List.of(), List.of(), List.of(),
            SampleReport.TEXTS, changed);
        Report head = own.report();
        Report report = new Report(head.version(), head.catalog(), head.ran(), head.findings(), List.of(),
            head.notices(), head.files(), head.linesOfCode(), head.text(), List.of(), List.of(PMD));
        return new Review(report, own.comparison(), own.score(), own.decision(), own.debts(), own.hidden(), own.base(),
            own.head(), own.exposure(), own.changedLines(), List.of(OPEN), own.against());
    }

    @Test
    void sarifHasThemAsExtensionsAndTheDriverStaysAsItIs() {
        String sarif = SarifWriter.indented().write(report());
        assertEquals(List.of(), OASIS.complaints(sarif));
        JsonNode run = SchemaCheck.parse(sarif).at("/runs/0");
        assertEquals(SchemaCheck.parse(SarifWriter.indented().write(SampleReport.report())).at("/runs/0/tool/driver"),
            run.at("/tool/driver"));
        assertEquals("PMD", run.at("/tool/extensions/1/name").asText());
        assertEquals("external/cwe/cwe-772", run.at("/tool/extensions/1/rules/0/properties/tags/0").asText());
        assertTrue(run.at("/tool/extensions/0/informationUri").isMissingNode());
        JsonNode result = Stream.iterate(0, index -> index + 1).map(index -> run.at("/results").get(index))
            .filter(one -> one.at("/ruleId").asText().equals("pmd/CloseResource")).findFirst().orElseThrow();
        assertEquals("{\"id\":\"pmd/CloseResource\",\"index\":0,\"toolComponent\":{\"index\":1}}",
            result.at("/rule").toString());
        assertTrue(result.at("/ruleIndex").isMissingNode());
    }

    @Test
    void jsonListsToolsAndKeepsTheFindingsTogether() {
        String json = JsonWriter.indented().write(report());
        assertEquals(List.of(), REPORT.complaints(json));
        assertEquals("my-tool pmd", SchemaCheck.parse(json).at("/tools/0/id").asText() + " "
            + SchemaCheck.parse(json).at("/tools/1/id").asText());
        assertEquals(4, SchemaCheck.parse(json).at("/findings").size());
    }

    @Test
    void textSaysWhoFoundItAndWhy() {
        String text = ConsoleWriter.plain().write(report());
        assertTrue(text.contains("warning: `out` is not closed [pmd/CloseResource]"), text);
        assertTrue(
            text.contains("  from:    PMD 7.17.0\n  why:     It leaks.\n  explain: https://docs.pmd-code.org/x#y\n"),
            text);
        assertTrue(text.contains("; 1 of them from My Tool; 1 of them from PMD 7.17.0"), text);
    }

    @Test
    void aReviewShowsThemApartFromTheScore() {
        String title = "Also found by PMD 7.17.0 (changed lines only, not part of the score)";
        String text = ReviewText.plain().write(review());
        assertTrue(text.contains(title + ":\n  " + SampleReport.EXPORT + ":6 pmd/CloseResource: `out` is not closed"),
            text);
        assertFalse(text.contains("2 findings introduced"), text);
        String markdown = ReviewMarkdown.comment().write(review());
        assertTrue(markdown.contains("### " + title + "\n\n- `" + SampleReport.EXPORT + ":6` `pmd/CloseResource`"),
            markdown);
        String json = ReviewJson.indented().write(review());
        assertEquals(List.of(), REVIEW.complaints(json));
        assertEquals("changed-lines-only 1 1", SchemaCheck.parse(json).at("/others/quality").asText() + " "
            + SchemaCheck.parse(json).at("/others/findings").size() + " "
            + SchemaCheck.parse(json).at("/introduced").size());
        String sarif = ReviewSarif.indented().write(review());
        assertEquals(List.of(), OASIS.complaints(sarif));
        assertTrue(sarif.contains("\"quality\": \"changed-lines-only\""), sarif);
        String commands = ReviewAnnotations.commands().write(review());
        assertTrue(commands.contains("title=pmd/CloseResource::`out` is not closed%0AFrom PMD 7.17.0; not part of the"
            + " score."), commands);
    }
}
