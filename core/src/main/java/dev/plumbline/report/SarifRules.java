package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.finding.Severity;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.RulePage;
import dev.plumbline.settings.Selection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of a SARIF run: all that are installed, in order of their ids, whether they ran or not. GitHub
 * blocks uploads whose rules differ from one run to the next.
 */
final class SarifRules {

    private static final int LONGEST_DESCRIPTION = 1024;
    private static final int MOST_TAGS = 20;
    private static final String SECURITY = "security";

    private final List<RuleCard> rules;
    private final Map<String, Integer> indexes = new HashMap<>();

    SarifRules(RuleCatalog catalog) {
        this.rules = catalog.rules();
        for (int i = 0; i < rules.size(); i++) {
            indexes.put(rules.get(i).id(), i);
        }
    }

    ArrayNode descriptors() {
        ArrayNode descriptors = JsonNodeFactory.instance.arrayNode();
        rules.forEach(rule -> descriptors.add(descriptor(rule)));
        return descriptors;
    }

    /** Where a rule stands in the array; empty for one that is not installed. */
    Optional<Integer> index(String rule) {
        return Optional.ofNullable(indexes.get(rule));
    }

    /** How this run differs from what the descriptors say is enabled. */
    ArrayNode overrides(List<String> ran, Selection selection) {
        ArrayNode overrides = JsonNodeFactory.instance.arrayNode();
        for (RuleCard rule : rules) {
            boolean enabled = ran.contains(rule.id());
            Optional<Severity> severity = selection.severity(rule.id())
                .filter(other -> other != rule.info().severity());
            if (enabled == rule.info().preview() || severity.isPresent()) {
                ObjectNode override = overrides.addObject();
                override.putObject("descriptor").put("id", rule.id()).put("index", indexes.get(rule.id()));
                ObjectNode configuration = override.putObject("configuration").put("enabled", enabled);
                severity.ifPresent(other -> configuration.put("level", JsonText.word(other)));
            }
        }
        return overrides;
    }

    private ObjectNode descriptor(RuleCard rule) {
        RuleInfo info = rule.info();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", rule.id());
        node.put("name", pascalCase(rule.id()));
        node.putObject("shortDescription").put("text", Prose.cut(info.title(), LONGEST_DESCRIPTION));
        node.putObject("fullDescription").put("text", Prose.cut(Prose.oneLine(info.why()), LONGEST_DESCRIPTION));
        node.putObject("defaultConfiguration")
            .put("enabled", !info.preview())
            .put("level", JsonText.word(info.severity()));
        node.putObject("help")
            .put("text", info.why().strip() + "\n\n" + info.instead().strip())
            .put("markdown", RulePage.markdown(rule));
        node.set("properties", properties(rule));
        return node;
    }

    private static ObjectNode properties(RuleCard rule) {
        RuleInfo info = rule.info();
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("precision", JsonText.word(info.confidence()));
        properties.put("problem.severity",
            info.severity() == Severity.NOTE ? "recommendation" : JsonText.word(info.severity()));
        // On any other rule this property would turn its alerts into security alerts.
        if (rule.pack().equals(SECURITY)) {
            properties.put("security-severity", securitySeverity(info.severity()));
        }
        ArrayNode tags = properties.putArray("tags").add(rule.pack());
        for (int cwe : info.cwe()) {
            if (tags.size() < MOST_TAGS) {
                tags.add(String.format(Locale.ROOT, "external/cwe/cwe-%03d", cwe));
            }
        }
        return properties;
    }

    /** The middle of GitHub's bands for high, medium and low. */
    private static String securitySeverity(Severity severity) {
        return switch (severity) {
            case ERROR -> "8.0";
            case WARNING -> "5.5";
            case NOTE -> "2.0";
        };
    }

    private static String pascalCase(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString();
    }
}
