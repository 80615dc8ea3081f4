package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SpecVersion;
import dev.plumbline.engine.Review;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewSarifTest {

    private static final SchemaCheck OASIS =
        SchemaCheck.against("/sarif-schema-2.1.0.json", SpecVersion.VersionFlag.V4);

    @TempDir
    private Path folder;

    @Test
    void holdsWhatWasIntroducedAndNothingElse() {
        JsonNode results = results(SampleReview.of(folder));
        assertEquals(3, results.size());
        results.forEach(result -> assertEquals("new", result.at("/baselineState").asText()));
    }

    @Test
    void everyResultLiesOnChangedLinesOnly() {
        Review review = SampleReview.of(folder);
        for (JsonNode result : results(review)) {
            JsonNode physical = result.at("/locations/0/physicalLocation");
            String path = physical.at("/artifactLocation/uri").asText();
            for (int line = physical.at("/region/startLine").asInt(); line <= physical.at("/region/endLine")
                .asInt(); line++) {
                assertTrue(review.changedLines().get(path).contains(line), result::toPrettyString);
            }
        }
    }

    @Test
    void aFindingOnAChangedLineStaysThere() {
        JsonNode result = results(SampleReview.of(folder)).get(2);
        assertEquals("dropped-exception", result.at("/ruleId").asText());
        assertEquals("`ArithmeticException` is dropped", result.at("/message/text").asText());
        assertEquals("shop/Store.java 21", place(result.at("/locations/0")));
        assertTrue(result.at("/relatedLocations").isMissingNode());
    }

    @Test
    void aFindingBesideRemovedCodeIsShownOnTheNearestChangedLine() {
        JsonNode result = results(SampleReview.of(folder)).get(1);
        assertEquals("shop/Store.java 8", place(result.at("/locations/0")));
        assertEquals(9, result.at("/locations/0/physicalLocation/region/startColumn").asInt());
        assertEquals("shop/Store.java 4", place(result.at("/relatedLocations/0")));
        assertEquals(1, result.at("/relatedLocations/0/id").asInt());
        assertEquals("nothing closes this ([shop/Store.java:4](1), in code that the change did not touch)",
            result.at("/message/text").asText());
    }

    @Test
    void aFindingInAnUntouchedFileIsShownOnTheFirstChangedLine() {
        JsonNode result = results(SampleReview.of(folder)).get(0);
        assertEquals("call-that-throws", result.at("/ruleId").asText());
        assertEquals("shop/Parser.java 5", place(result.at("/locations/0")));
        assertEquals("shop/Caller.java 5", place(result.at("/relatedLocations/0")));
    }

    @Test
    void aChangeThatOnlyDeletesHasNoLineToShowAFindingOn() {
        Map<String, String> deleted = new HashMap<>(SampleReview.BASE);
        deleted.merge(SampleReview.STORE, "", (text, none) -> text.replace("    void close() {\n    }\n\n", ""));
        JsonNode results = results(SampleReview.of(folder, SampleReview.BASE, deleted));
        assertEquals(1, results.size());
        assertEquals("shop/Store.java 4", place(results.get(0).at("/locations/0")));
    }

    @Test
    void twoFindingsOnOneLineKeepTheirIdentities() {
        JsonNode results = results(SampleReview.of(folder));
        assertEquals(3, List.of(0, 1, 2).stream()
            .map(i -> results.get(i).at("/partialFingerprints/primaryLocationLineHash").asText()).distinct().count());
    }

    @Test
    void namesOfPlacesMakeNoOtherLinks() {
        Review review = SampleReview.of(folder, Map.of("a](1)[/Store.java", SampleReview.BASE.get(SampleReview.STORE)),
            Map.of("a](1)[/Store.java", SampleReview.HEAD.get(SampleReview.STORE)));
        String text = results(review).get(0).at("/message/text").asText();
        assertTrue(text.contains("([a\\](1)\\[/Store.java:4](1), "), text);
    }

    /** Valid by the standard, whatever is asked of it. */
    private static JsonNode results(Review review) {
        String sarif = ReviewSarif.indented().write(review);
        assertEquals(List.of(), OASIS.complaints(sarif));
        return SchemaCheck.parse(sarif).at("/runs/0/results");
    }

    private static String place(JsonNode location) {
        return location.at("/physicalLocation/artifactLocation/uri").asText() + " "
            + location.at("/physicalLocation/region/startLine").asText();
    }
}
