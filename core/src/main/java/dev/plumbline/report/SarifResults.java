package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.finding.Edit;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Findings as SARIF results. */
final class SarifResults {

    /** What GitHub shows of a thread flow. */
    static final int MOST_STEPS = 1_000;

    private static final int MOST_RELATED = 100;
    private static final int REAL_PLACE = 1;

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final SarifRules rules;
    private final SarifExtensions extensions;
    private final Function<Path, Optional<String>> text;
    private Optional<Path> hashed = Optional.empty();
    private Optional<LineHashes> hashes = Optional.empty();

    SarifResults(SarifRules rules, SarifExtensions extensions, Function<Path, Optional<String>> text) {
        this.rules = rules;
        this.extensions = extensions;
        this.text = text;
    }

    ObjectNode result(SarifSelection.Result selected) {
        Finding finding = selected.finding();
        ObjectNode result = json.objectNode();
        result.put("ruleId", finding.rule());
        rules.index(finding.rule()).ifPresent(index -> result.put("ruleIndex", index));
        extensions.reference(finding.rule()).ifPresent(rule -> result.set("rule", rule));
        result.put("level", JsonText.word(finding.severity()));
        result.set("message", message(words(selected)));
        result.putArray("locations").add(location(selected.sight().map(Sight::shown).orElse(finding.place())));
        selected.sight().ifPresent(sight -> result.put("baselineState", "new"));
        result.set("partialFingerprints", fingerprints(finding));
        if (!finding.trace().isEmpty()) {
            result.putArray("codeFlows").addObject().putArray("threadFlows").addObject()
                .set("locations", threadFlow(finding.trace()));
        }
        ArrayNode related = related(selected);
        if (!related.isEmpty()) {
            result.set("relatedLocations", related);
        }
        finding.edit()
            .filter(edit -> Portable.uri(edit.place()).isPresent())
            .ifPresent(edit -> result.putArray("fixes").add(fix(edit)));
        result.set("suppressions", suppressions(selected));
        ObjectNode properties = result.putObject("properties").put("confidence", JsonText.word(finding.confidence()));
        if (selected.sight().isPresent() && OtherTool.isRule(finding.rule())) {
            properties.put("quality", "changed-lines-only"); // nobody compared it with base
        }
        return result;
    }

    /** A finding that is shown elsewhere links to where it is: that is the first related location. */
    private static String words(SarifSelection.Result selected) {
        String message = selected.finding().message();
        return selected.sight()
            .map(sight -> sight.said(message, place -> "[" + inLink(place) + "](" + REAL_PLACE + ")"))
            .orElse(message);
    }

    private static String inLink(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }

    /**
     * Empty for a result that is shown, never absent: the standard has all results of a run tell, or none.
     */
    private ArrayNode suppressions(SarifSelection.Result selected) {
        ArrayNode suppressions = json.arrayNode();
        selected.hidden().ifPresent(hidden -> suppressions.addObject()
            .put("kind", hidden.kind())
            .put("justification", hidden.reason()));
        return suppressions;
    }

    private ObjectNode fingerprints(Finding finding) {
        ObjectNode fingerprints = json.objectNode();
        lineHashes(finding.place().file())
            .flatMap(lines -> lines.at(Portable.straight(finding.place()).line()))
            .ifPresent(hash -> fingerprints.put("primaryLocationLineHash", hash));
        return fingerprints.put("plumbline/v1", finding.fingerprint().text());
    }

    /** Results come in path order, so one file is remembered. */
    private Optional<LineHashes> lineHashes(Path file) {
        if (!hashed.equals(Optional.of(file))) {
            hashes = text.apply(file).map(LineHashes::of);
            hashed = Optional.of(file);
        }
        return hashes;
    }

    /** Of a trace that is too long, the beginning and the end, which is where the harm is. */
    private ArrayNode threadFlow(List<Step> trace) {
        ArrayNode locations = json.arrayNode();
        for (int i = 0; i < trace.size(); i++) {
            if (i < MOST_STEPS - 1 || i == trace.size() - 1) {
                locations.addObject().set("location", location(trace.get(i)));
            }
        }
        return locations;
    }

    /** The steps elsewhere than at the finding itself, for viewers that do not show code flows. */
    private ArrayNode related(SarifSelection.Result selected) {
        Finding finding = selected.finding();
        ArrayNode related = json.arrayNode();
        if (selected.sight().filter(Sight::isElsewhere).isPresent()) {
            related.add(location(new Step(finding.place(), finding.message())).put("id", REAL_PLACE));
        }
        for (Step step : finding.trace()) {
            boolean elsewhere = !step.place().equals(finding.place());
            if (elsewhere && related.size() < MOST_RELATED && Portable.uri(step.place()).isPresent()) {
                related.add(location(step).put("id", related.size() + 1));
            }
        }
        return related;
    }

    private ObjectNode fix(Edit edit) {
        ObjectNode fix = json.objectNode();
        fix.set("description", message(edit.what()));
        ObjectNode change = fix.putArray("artifactChanges").addObject();
        change.set("artifactLocation", artifact(edit.place()));
        ObjectNode replacement = change.putArray("replacements").addObject();
        replacement.set("deletedRegion", region(edit.place()));
        replacement.set("insertedContent", message(edit.replacement()));
        return fix;
    }

    /** A step outside of the scan has no place that another machine would know; what it says remains. */
    private ObjectNode location(Step step) {
        ObjectNode location = Portable.uri(step.place()).isPresent() ? location(step.place()) : json.objectNode();
        location.set("message", message(step.what()));
        return location;
    }

    private ObjectNode location(Place place) {
        ObjectNode location = json.objectNode();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.set("artifactLocation", artifact(place));
        physical.set("region", region(place));
        return location;
    }

    private ObjectNode artifact(Place place) {
        return json.objectNode().put("uri", Portable.uri(place).orElseThrow());
    }

    private ObjectNode region(Place place) {
        Place straight = Portable.straight(place);
        return json.objectNode()
            .put("startLine", straight.line())
            .put("startColumn", straight.column())
            .put("endLine", straight.endLine())
            .put("endColumn", straight.endColumn());
    }

    private ObjectNode message(String text) {
        return json.objectNode().put("text", text);
    }
}
