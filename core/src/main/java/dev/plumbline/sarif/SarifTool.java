package dev.plumbline.sarif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.OtherRule;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The tool of a run and the rules that it and its extensions describe.
 *
 * @param tool the property of the run
 */
record SarifTool(JsonNode tool) {

    private static final Pattern WEAKNESS = Pattern.compile("(?i)\\bcwe-0*(\\d{1,5})");
    private static final int LONGEST_HELP = 10_000;

    private JsonNode driver() {
        return tool.path("driver");
    }

    String name() {
        return driver().path("name").asText("").strip();
    }

    /** The same with the rules that its findings name. */
    OtherTool with(List<OtherRule> rules) {
        String version = driver().path("semanticVersion").asText(driver().path("version").asText(""));
        return new OtherTool(name().isEmpty() ? "other" : name(), version, driver().path("informationUri").asText(""),
            rules);
    }

    /** What a result says its rule is; empty for one that no component describes. */
    JsonNode descriptor(JsonNode result) {
        JsonNode reference = result.path("rule");
        JsonNode component = component(reference.path("toolComponent"));
        int index = reference.path("index").asInt(result.path("ruleIndex").asInt(-1));
        if (index >= 0 && component.path("rules").has(index)) {
            return component.path("rules").get(index);
        }
        String id = idOf(result);
        while (!id.isEmpty()) {
            for (JsonNode rule : component.path("rules")) {
                if (rule.path("id").asText().equals(id)) {
                    return rule;
                }
            }
            id = id.contains("/") ? id.substring(0, id.lastIndexOf('/')) : ""; // `CA1000/1` is a case of `CA1000`
        }
        return MissingNode.getInstance();
    }

    private JsonNode component(JsonNode reference) {
        if (reference.has("index")) {
            return tool.path("extensions").path(reference.get("index").asInt());
        }
        for (JsonNode extension : tool.path("extensions")) {
            if (reference.has("name") && reference.get("name").equals(extension.path("name"))
                || reference.has("guid") && reference.get("guid").equals(extension.path("guid"))) {
                return extension;
            }
        }
        return driver();
    }

    /** The id of a rule as it is called here. */
    String id(JsonNode result, JsonNode descriptor) {
        String id = idOf(result);
        String own = id.isEmpty() ? descriptor.path("id").asText("unnamed") : id;
        return OtherTool.rule(name(), own.strip().replaceAll("[\\p{Cntrl}\\s]+", "-"));
    }

    private static String idOf(JsonNode result) {
        return result.path("ruleId").asText(result.path("rule").path("id").asText(""));
    }

    OtherRule rule(String id, JsonNode descriptor, Severity severity) {
        String name = descriptor.path("name").asText(id.substring(id.indexOf('/') + 1));
        String help = descriptor.path("fullDescription").path("text")
            .asText(descriptor.path("help").path("text").asText(""));
        List<String> tags = new ArrayList<>();
        descriptor.path("properties").path("tags").forEach(tag -> tags.add(SarifText.oneLine(tag.asText())));
        return new OtherRule(id, SarifText.oneLine(descriptor.path("shortDescription").path("text").asText(name)),
            help.substring(0, Math.min(LONGEST_HELP, help.length())).strip(), descriptor.path("helpUri").asText(""),
            severity, weaknesses(descriptor, tags), tags);
    }

    /** From tags, as most tools have them, and from relations to the list of weaknesses. */
    private static List<Integer> weaknesses(JsonNode descriptor, List<String> tags) {
        Set<Integer> numbers = new TreeSet<>();
        tags.forEach(tag -> WEAKNESS.matcher(tag).results()
            .forEach(match -> numbers.add(Integer.valueOf(match.group(1)))));
        for (JsonNode relation : descriptor.path("relationships")) {
            JsonNode target = relation.path("target");
            if (target.path("toolComponent").path("name").asText().equals("CWE")
                && target.path("id").asText().matches("\\d{1,5}")) {
                numbers.add(target.path("id").asInt());
            }
        }
        return List.copyOf(numbers);
    }

    /** What a level means; a rule's default stands in, and without that it is a warning. */
    static Severity severity(JsonNode result, JsonNode descriptor) {
        String level = result.path("level")
            .asText(descriptor.path("defaultConfiguration").path("level").asText("warning"));
        return switch (level) {
            case "error" -> Severity.ERROR;
            case "note", "none" -> Severity.NOTE;
            default -> Severity.WARNING;
        };
    }

    static Confidence confidence(JsonNode descriptor) {
        return switch (descriptor.path("properties").path("precision").asText()) {
            case "very-high", "high" -> Confidence.HIGH;
            case "low" -> Confidence.LOW;
            default -> Confidence.MEDIUM;
        };
    }
}
