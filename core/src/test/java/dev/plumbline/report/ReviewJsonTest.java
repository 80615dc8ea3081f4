package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

class ReviewJsonTest {

    private static final SchemaCheck SCHEMA =
        SchemaCheck.against("plumbline-review.schema.json", SpecVersion.VersionFlag.V7);

    @TempDir
    private Path folder;

    @Test
    void obeysItsSchemaAndSaysEverything() {
        Review review = SampleReview.of(folder);
        String json = ReviewJson.indented().write(review);
        assertEquals(List.of(), SCHEMA.complaints(json));
        JsonNode root = SchemaCheck.parse(json);
        assertEquals("failed", root.at("/decision/outcome").asText());
        assertEquals("beyond-ai", root.at("/verdict").asText());
        assertEquals(3, root.at("/introduced").size());
        assertEquals("call-that-throws elsewhere false false", line(root.at("/introduced/0")));
        assertEquals("open-without-close elsewhere false true", line(root.at("/introduced/1")));
        assertEquals("dropped-exception changed-line false true", line(root.at("/introduced/2")));
        assertEquals("dropped-exception", root.at("/fixed/0/rule").asText());
        assertEquals(0, root.at("/unseenBefore").size());
        assertEquals(review.exposure().analysed(), root.at("/exposure/layers/memory").asInt());
        assertEquals(review.exposure().analysed(), root.at("/exposure/analysed").asInt());
        assertEquals(2, root.at("/score/total/introduced").asInt());
        assertEquals(review.score().total().orElseThrow().mean(), root.at("/score/total/mean").asDouble(), 1e-4);
        assertEquals(review.score().total().orElseThrow().beyond(),
            root.at("/score/total/abovePublished").asDouble(), 1e-5);
        assertEquals(List.of("exceptions", "resources"), List.copyOf(review.score().byPack().keySet()));
        assertEquals(1, root.at("/score/packs/resources/introduced").asInt());
        assertEquals(1.7, root.at("/score/published/ratio").asDouble());
        assertEquals(3, root.at("/rules").size());
    }

    @Test
    void theSchemaIsNotToothless() {
        String broken = ReviewJson.indented().write(SampleReview.of(folder))
            .replace("\"elsewhere\"", "\"nowhere\"")
            .replace("\"abovePublished\"", "\"beyond\"")
            .replace("\"severity\": \"error\"", "\"severity\": \"fatal\"");
        assertEquals(7, SCHEMA.complaints(broken).size(), SCHEMA.complaints(broken)::toString);
    }

    @Test
    void whatAChangeHidesIsMarkedAndListed() {
        Map<String, String> silenced = new HashMap<>(SampleReview.HEAD);
        silenced.merge(SampleReview.STORE, "", (text, none) -> text.replace("    void open() {",
            "    // plumbline:ignore open-without-close -- it never mattered\n    void open() {"));
        String json = ReviewJson.indented().write(SampleReview.of(folder, SampleReview.BASE, silenced));
        assertEquals(List.of(), SCHEMA.complaints(json));
        JsonNode root = SchemaCheck.parse(json);
        assertEquals(3, root.at("/introduced").size(), json);
        assertEquals("open-without-close", root.at("/introduced/1/rule").asText());
        assertTrue(root.at("/introduced/1/hidden").asBoolean(), json);
        assertEquals("suppression", root.at("/debts/0/kind").asText());
    }

    @Test
    void aWithheldScoreHasAReasonAndNoRatio() {
        String json = ReviewJson.indented().write(SampleReview.of(folder, SampleReview.BASE, SampleReview.BASE));
        assertEquals(List.of(), SCHEMA.complaints(json));
        JsonNode root = SchemaCheck.parse(json);
        assertEquals("withheld", root.at("/verdict").asText());
        assertFalse(root.at("/score/sentence").asText().isEmpty());
        assertTrue(root.at("/score/total").isMissingNode());
    }

    private static String line(JsonNode finding) {
        return String.join(" ", List.of("rule", "where", "hidden", "inRatio").stream()
            .map(name -> finding.get(name).asText()).toList());
    }
}
