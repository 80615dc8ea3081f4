package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.finding.OtherRule;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Other tools as extensions of a SARIF run, with the rules that results name. They stand apart from the driver's own
 * rules, which are the same in every run.
 */
final class SarifExtensions {

    /** What GitHub accepts; findings of a tool beyond it keep their id and have no description. */
    private static final int MOST_EXTENSIONS = 100;
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final int LONGEST_HELP = 10_000;
    private static final int MOST_TAGS = 20;

    private record At(int tool, int rule) {
    }

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final List<OtherTool> tools;
    private final Map<String, At> places = new HashMap<>();

    SarifExtensions(List<OtherTool> tools) {
        this.tools = tools.stream().limit(MOST_EXTENSIONS).toList();
        for (int tool = 0; tool < this.tools.size(); tool++) {
            List<OtherRule> rules = this.tools.get(tool).rules();
            for (int rule = 0; rule < rules.size(); rule++) {
                places.put(rules.get(rule).id(), new At(tool, rule));
            }
        }
    }

    boolean isEmpty() {
        return tools.isEmpty();
    }

    ArrayNode components() {
        ArrayNode components = json.arrayNode();
        for (OtherTool tool : tools) {
            ObjectNode component = components.addObject().put("name", tool.name());
            if (!tool.version().isEmpty()) {
                component.put("version", tool.version());
            }
            if (isLink(tool.uri())) {
                component.put("informationUri", tool.uri());
            }
            ArrayNode rules = component.putArray("rules");
            tool.rules().forEach(rule -> rules.add(descriptor(rule)));
        }
        return components;
    }

    /** How a result says which rule of which extension it is of. */
    Optional<ObjectNode> reference(String rule) {
        return Optional.ofNullable(places.get(rule)).map(at -> {
            ObjectNode reference = json.objectNode().put("id", rule).put("index", at.rule());
            reference.putObject("toolComponent").put("index", at.tool());
            return reference;
        });
    }

    private ObjectNode descriptor(OtherRule rule) {
        ObjectNode node = json.objectNode().put("id", rule.id());
        String title = rule.title().isBlank() ? rule.id() : rule.title();
        String help = rule.help().isBlank() ? title : rule.help();
        node.putObject("shortDescription").put("text", Prose.cut(title, LONGEST_DESCRIPTION));
        node.putObject("fullDescription").put("text", Prose.cut(Prose.oneLine(help), LONGEST_DESCRIPTION));
        node.putObject("defaultConfiguration").put("level", JsonText.word(rule.severity()));
        node.putObject("help").put("text", Prose.cut(help, LONGEST_HELP));
        if (isLink(rule.helpUri())) {
            node.put("helpUri", rule.helpUri());
        }
        ObjectNode properties = node.putObject("properties");
        properties.put("problem.severity",
            rule.severity() == Severity.NOTE ? "recommendation" : JsonText.word(rule.severity()));
        ArrayNode tags = properties.putArray("tags");
        rule.cwe().stream().map(cwe -> String.format(Locale.ROOT, "external/cwe/cwe-%03d", cwe))
            .limit(MOST_TAGS).forEach(tags::add);
        rule.tags().stream().limit(MOST_TAGS - tags.size()).forEach(tags::add);
        return node;
    }

    private static boolean isLink(String uri) {
        return uri.matches("https?://[\\x21-\\x7e&&[^\"<>\\\\^`{|}]]+");
    }
}
