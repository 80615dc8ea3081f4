package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.SpecVersion;
import dev.plumbline.engine.Report;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.RulePage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SarifWriterTest {

    private static final SchemaCheck OASIS =
        SchemaCheck.against("/sarif-schema-2.1.0.json", SpecVersion.VersionFlag.V4);
    private static final SarifWriter WRITER = SarifWriter.indented();

    @Test
    void isValidByTheStandard() {
        assertEquals(List.of(), OASIS.complaints(WRITER.write(SampleReport.report())));
    }

    @Test
    void theStandardIsNotToothless() {
        String broken = WRITER.write(SampleReport.report())
            .replace("\"startLine\": 8", "\"startLine\": 0")
            .replace("\"level\": \"note\"", "\"level\": \"hint\"")
            .replace("https://plumbline.dev", "plumb line");
        assertTrue(OASIS.complaints(broken).size() >= 3, OASIS.complaints(broken)::toString);
    }

    @Test
    void aRuleIsDescribedAsGitHubReadsIt() {
        JsonNode rules = run(SampleReport.report()).at("/tool/driver/rules");
        String page = RulePage.markdown(SampleReport.catalog().rules().get(0));
        assertEquals(SchemaCheck.parse("""
            {
              "id": "concurrent-map-compound",
              "name": "ConcurrentMapCompound",
              "shortDescription": { "text": "Concurrent map is checked and then changed in two steps" },
              "fullDescription": { "text": "Each call on a `ConcurrentMap` is atomic, e.g. `put`, but two calls in a \
            row are not. Between the check and the change another thread can make the same check." },
              "defaultConfiguration": { "enabled": true, "level": "error" },
              "help": {
                "text": "Each call on a `ConcurrentMap` is atomic, e.g. `put`, but two calls in a row\\nare not. \
            Between the check and the change another thread can make the same check.\\n\\nSay it in one call: \
            `computeIfAbsent`, `putIfAbsent`, `compute`, `merge`. Or hold a lock.",
                "markdown": %s
              },
              "properties": {
                "precision": "high",
                "problem.severity": "error",
                "tags": [ "concurrency", "external/cwe/cwe-362", "external/cwe/cwe-079" ]
              }
            }
            """.formatted(TextNode.valueOf(page))), rules.get(0));
        assertFalse(rules.at("/1/defaultConfiguration/enabled").asBoolean());
        assertEquals("5.5", rules.at("/1/properties/security-severity").asText());
    }

    @Test
    void theRulesAreTheSameWhicheverRanAndWhateverWasFound() {
        Report full = SampleReport.report();
        Report empty = new Report("0.1.0", full.catalog(), List.of("resource-leak-on-path"), List.of(), List.of(),
            List.of(), full.files(), 0, full.text());
        assertEquals(run(full).at("/tool"), run(empty).at("/tool"));
        assertEquals("[resource-leak-on-path true]", overrides(full));
        assertEquals("[concurrent-map-compound false, resource-leak-on-path true]", overrides(empty));
    }

    @Test
    void aResultHasItsPlaceItsPathItsFixAndBothIdentities() {
        JsonNode result = run(SampleReport.report()).at("/results/1");
        assertEquals("concurrent-map-compound 0 error", text(result, "ruleId", "ruleIndex", "level"));
        assertEquals("src/main/java/shop/Sessions.java",
            result.at("/locations/0/physicalLocation/artifactLocation/uri").asText());
        assertEquals("8 13 8 30", text(result.at("/locations/0/physicalLocation/region"), "startLine", "startColumn",
            "endLine", "endColumn"));
        String hash = LineHashes.of(SampleReport.TEXTS.get(SampleReport.SESSIONS)).at(8).orElseThrow();
        assertEquals(hash + " 00112233aabbccdd",
            text(result.at("/partialFingerprints"), "primaryLocationLineHash", "plumbline/v1"));
        assertEquals("the entry is checked here",
            result.at("/codeFlows/0/threadFlows/0/locations/0/location/message/text").asText());
        assertEquals(1, result.at("/relatedLocations").size());
        assertEquals("hits.putIfAbsent(user, 0)",
            result.at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text").asText());
    }

    @Test
    void aSuppressedResultSaysWhyAndCanBeLeftOut() {
        JsonNode results = run(SampleReport.report()).at("/results");
        assertEquals("inSource one thread only", text(results.at("/2/suppressions/0"), "kind", "justification"));
        assertEquals(0, results.at("/0/suppressions").size());
        String without = WRITER.withoutSuppressed().write(SampleReport.report());
        assertEquals(2, SchemaCheck.parse(without).at("/runs/0/results").size());
    }

    @Test
    void whatWasNotSeenIsANotification() {
        JsonNode notifications = run(SampleReport.report()).at("/invocations/0/toolExecutionNotifications");
        assertEquals(20, notifications.size());
        JsonNode odd = notifications.get(17);
        assertEquals("unparsable-source warning", odd.at("/descriptor/id").asText() + " " + odd.at("/level").asText());
        assertEquals("src/main/java/shop/Odd.java",
            odd.at("/locations/0/physicalLocation/artifactLocation/uri").asText());
        assertEquals("note", notifications.at("/19/level").asText());
    }

    @Test
    void neverNamesAPlaceOnTheMachine() {
        Finding outside = at(new Place(Path.of("/home/me/A.java"), 1, 1, 1, 2), "m", List.of());
        Finding strayStep = at(SampleReport.at("A.java", 1, 1, 2), "m", List.of(new Step(outside.place(), "far away")));
        String sarif = WRITER.write(report(List.of(outside, strayStep)));
        assertFalse(sarif.contains("/home/me"));
        assertTrue(sarif.contains("1 of 2 results are left out"));
        assertTrue(sarif.contains("far away"));
        assertEquals(List.of(), OASIS.complaints(sarif));
        assertFalse(WRITER.write(SampleReport.report()).contains("/home/me"));
    }

    @Test
    void aPathBecomesAUriThatNeedsNoGuessing() {
        assertEquals(Optional.of("a%20b/%C3%A4%21/%E6%BC%A2%F0%9F%98%80/C%24D%25.java"),
            Portable.uri("a b/\u00e4!/\u6f22\ud83d\ude00/C$D%.java"));
        assertEquals(Optional.of("ab%3A/b%5B1%5D%23%3F.java"), Portable.uri("ab:/b[1]#?.java"));
        assertEquals(Optional.empty(), Portable.uri("/a"));
        assertEquals(Optional.empty(), Portable.uri("C:/a"));
        assertEquals(Optional.empty(), Portable.uri(""));
    }

    @Test
    void noMoreThanGitHubAcceptsAndTheWorstFirst() {
        List<Finding> many = new ArrayList<>(Collections.nCopies(SarifSelection.MOST_RESULTS + 10,
            at(SampleReport.at("A.java", 1, 1, 2), "small", List.of())));
        Place last = SampleReport.at("Z.java", 1, 1, 2);
        many.add(new Finding("r", Severity.ERROR, Confidence.HIGH, last, "big", List.of(), Optional.empty(),
            new Fingerprint("1", "", "")));
        JsonNode run = run(report(many));
        assertEquals(SarifSelection.MOST_RESULTS, run.at("/results").size());
        assertEquals("big", run.at("/results/24999/message/text").asText());
        assertEquals("sarif-limit", run.at("/invocations/0/toolExecutionNotifications/0/descriptor/id").asText());
    }

    @Test
    void ofALongTraceTheEndIsKept() {
        List<Step> steps = IntStream.rangeClosed(1, 1_500)
            .mapToObj(i -> new Step(SampleReport.at("A.java", i, 1, 2), "step " + i)).toList();
        JsonNode run = run(report(List.of(at(SampleReport.at("A.java", 1, 1, 2), "m", steps))));
        JsonNode flow = run.at("/results/0/codeFlows/0/threadFlows/0/locations");
        assertEquals(1_000, flow.size());
        assertEquals("step 1500", flow.at("/999/location/message/text").asText());
        assertTrue(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText()
            .contains("cut to 1,000 of its 1,500 steps"));
    }

    @Test
    void theLocaleDoesNotShow() {
        Locale before = Locale.getDefault();
        String first = WRITER.write(SampleReport.report());
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(first, WRITER.write(SampleReport.report()));
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals(first, WRITER.write(SampleReport.report()));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 200)
    void anyTextSurvivesAndStaysValid(@ForAll String message, @ForAll String what, @ForAll String file,
            @ForAll @IntRange(min = -1, max = 9) int line, @ForAll @IntRange(min = -1, max = 9) int end) {
        Path path = Path.of("d", file.replaceAll("[\\p{Cc}\\p{Cs}/\\\\]", "x") + "x");
        Place place = new Place(path, line, end, end, line);
        String sarif = WRITER.write(report(List.of(at(place, message, List.of(new Step(place, what))))));
        assertTrue(sarif.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 128));
        assertEquals(List.of(), OASIS.complaints(sarif));
        JsonNode result = SchemaCheck.parse(sarif).at("/runs/0/results/0");
        assertEquals(message, result.at("/message/text").asText());
        assertEquals(what, result.at("/codeFlows/0/threadFlows/0/locations/0/location/message/text").asText());
    }

    private static JsonNode run(Report report) {
        return SchemaCheck.parse(WRITER.write(report)).at("/runs/0");
    }

    private static Report report(List<Finding> findings) {
        return SampleReport.of(findings, List.of(), List.of(), Map.of());
    }

    private static Finding at(Place place, String message, List<Step> trace) {
        return new Finding("r", Severity.NOTE, Confidence.LOW, place, message, trace, Optional.empty(),
            new Fingerprint("0", "", ""));
    }

    private static String overrides(Report report) {
        JsonNode overrides = run(report).at("/invocations/0/ruleConfigurationOverrides");
        return StreamSupport.stream(overrides.spliterator(), false)
            .map(each -> each.at("/descriptor/id").asText() + " " + each.at("/configuration/enabled").asText())
            .toList().toString();
    }

    private static String text(JsonNode node, String... names) {
        return String.join(" ", List.of(names).stream().map(name -> node.get(name).asText()).toList());
    }
}
