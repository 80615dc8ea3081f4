package dev.plumbline.settings;

import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A settings file to start from: every key with its meaning and an example, all of it comments, so that it changes
 * nothing. Without the {@code #} in front of its keys it is a settings file as well.
 */
public final class SettingsTemplate {

    private static final int WIDTH = 100;
    private static final String HEAD = "Settings of Plumbline for this repository. All keys are comments and show an"
        + " example or the default; take away the # in front of those that you want. `plumbline pr` reads this file"
        + " from the base of a change, so a change can not loosen its own gate.";
    /** By key; those of rules, packs and the gate are made from what there is. */
    private static final Map<String, String> EXAMPLES = Map.of(
        "$schema", "$schema: https://plumbline.dev/schema/plumbline-settings-1.json",
        "extends", "extends: config/team.yml",
        "fail-on", "fail-on: error",
        "include", "include:\n  - app/**",
        "exclude", "exclude:\n  - '**/generated/**'",
        "gate", "gate:\n  severity: error\n  confidence: high\n  beyond-ai: fail");

    private final RuleCatalog catalog;

    private SettingsTemplate(RuleCatalog catalog) {
        this.catalog = catalog;
    }

    public static String of(RuleCatalog catalog) {
        return new SettingsTemplate(catalog).text();
    }

    private String text() {
        List<String> lines = new ArrayList<>(prose(HEAD));
        FileShape.of(catalog).keys().forEach((name, key) -> {
            lines.add("");
            lines.addAll(prose(key.meaning()));
            example(name).lines().map(line -> "#" + line).forEach(lines::add);
        });
        return String.join("\n", lines) + "\n";
    }

    private String example(String key) {
        return switch (key) {
            case "packs" -> packs();
            case "rules" -> rules();
            case "paths" -> paths();
            default -> EXAMPLES.get(key);
        };
    }

    private String packs() {
        List<String> lines = new ArrayList<>(List.of("packs:"));
        catalog.packs().forEach(pack -> lines.add("  " + pack + ": on"));
        return String.join("\n", lines);
    }

    private String rules() {
        List<String> lines = new ArrayList<>(List.of("rules:"));
        for (RuleCard card : catalog.rules()) {
            lines.add("  # " + card.info().title() + ".");
            String word = card.info().preview() ? "off" : "on";
            if (card.options().isEmpty()) {
                lines.add("  " + card.id() + ": " + word);
            } else {
                lines.addAll(List.of("  " + card.id() + ":", "    enabled: " + word, "    severity: "
                    + Weakening.word(card.info().severity()), "    options:"));
                card.options().forEach(option -> lines.addAll(option(option)));
            }
        }
        return String.join("\n", lines);
    }

    private static List<String> option(Settings.Option option) {
        String value = switch (option.type().getClass().getSimpleName()) {
            case "Words" -> "[" + option.byDefault().replace(",", ", ") + "]";
            case "Text" -> "'" + option.byDefault().replace("'", "''") + "'";
            default -> option.byDefault();
        };
        return List.of("      # " + option.meaning() + ".", "      " + option.name() + ": " + value);
    }

    private String paths() {
        String pack = catalog.packs().stream().findFirst().map(id -> "\n    packs:\n      " + id + ": off").orElse("");
        String rule = catalog.rules().stream().findFirst().map(card -> "\n    rules:\n      " + card.id() + ": note")
            .orElse("");
        return "paths:\n  - match: legacy/**" + pack + rule;
    }

    private static List<String> prose(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("#");
        for (String word : Arrays.asList(text.split(" "))) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
