package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SpecVersion;
import dev.plumbline.engine.Report;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    private static final SchemaCheck SCHEMA =
        SchemaCheck.against("plumbline-report.schema.json", SpecVersion.VersionFlag.V7);

    @Test
    void obeysItsSchema() {
        assertEquals(List.of(), SCHEMA.complaints(JsonWriter.indented().write(SampleReport.report())));
    }

    @Test
    void theSchemaIsNotToothless() {
        String broken = JsonWriter.indented().write(SampleReport.report())
            .replace("\"severity\": \"error\"", "\"severity\": \"fatal\"")
            .replace("\"reason\": ", "\"because\": ");
        assertEquals(3, SCHEMA.complaints(broken).size());
    }

    @Test
    void saysEverythingThatTheReportSays() {
        JsonNode root = SchemaCheck.parse(JsonWriter.indented().write(SampleReport.report()));
        assertEquals("[1,1,0,1,3,1234]", List.of("errors", "warnings", "notes", "suppressed", "files", "linesOfCode")
            .stream().map(name -> root.at("/summary/" + name).asText()).toList().toString().replace(" ", ""));
        assertFalse(root.at("/summary/complete").asBoolean());
        assertEquals("src/main/java/shop/Tables.java", root.at("/findings/0/trace/2/place/path").asText());
        assertEquals("hits.putIfAbsent(user, 0)", root.at("/findings/1/edit/replacement").asText());
        assertEquals("one thread only", root.at("/suppressed/0/reason").asText());
        assertEquals(20, root.at("/notices").size());
        assertEquals("src/main/java/shop/Export.java", root.at("/files/compiled-in-memory/0").asText());
        assertEquals("concurrent-map-compound", root.at("/rules/0").asText());
    }

    @Test
    void neverNamesAPlaceOnTheMachine() {
        String json = JsonWriter.indented().write(SampleReport.report());
        assertFalse(json.contains("/home/me"));
        assertTrue(json.contains("\"odd.jar is not a jar; its types are unknown. Download it again.\""));
    }

    @Property(tries = 300)
    void anyTextSurvives(@ForAll String message, @ForAll String what, @ForAll String reason, @ForAll String notice) {
        Finding finding = new Finding("r", Severity.NOTE, Confidence.LOW, SampleReport.at("A", 1, 1, 2), message,
            List.of(new Step(SampleReport.at("A", 1, 1, 2), what)), Optional.empty(), new Fingerprint("0", "", ""));
        String json = JsonWriter.indented().write(SampleReport.of(List.of(finding),
            List.of(new Report.Suppressed(finding, reason, finding.place())),
            List.of(Notice.note("k", notice)), Map.of()));
        assertTrue(json.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 128));
        JsonNode root = SchemaCheck.parse(json);
        assertEquals(message, root.at("/findings/0/message").asText());
        assertEquals(what, root.at("/findings/0/trace/0/what").asText());
        assertEquals(reason, root.at("/suppressed/0/reason").asText());
        assertEquals(notice, root.at("/notices/0/message").asText());
    }
}
