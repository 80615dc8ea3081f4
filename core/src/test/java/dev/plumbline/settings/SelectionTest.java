package dev.plumbline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private final RuleCatalog catalog = SampleRules.catalog();

    @Test
    void withoutSettingsThePreviewsAreOff() {
        assertEquals("empty-catch warning, long-name error", at("A.java", ""));
    }

    @Test
    void aRuleWinsOverItsPackAndOnTurnsAPreviewOn() {
        assertEquals("broad-catch note",
            at("A.java", "packs: {exceptions: off, names: off}\nrules: {broad-catch: on}"));
        assertEquals("empty-catch warning, long-name error", at("A.java", "packs: {exceptions: on}"));
        assertEquals("broad-catch error, empty-catch warning",
            at("A.java", "rules: {broad-catch: error, long-name: false}"));
        assertEquals("empty-catch note, long-name error", at("A.java",
            "rules: {broad-catch: {severity: error}, empty-catch: {severity: note}}"));
    }

    @Test
    void theLastOverrideThatMatchesWins() {
        String settings = """
            rules: {empty-catch: note, broad-catch: on}
            paths:
              - {match: legacy/**, packs: {exceptions: off}, rules: {long-name: note}}
              - {match: '**/keep/**', packs: {exceptions: on}, rules: {broad-catch: warning}}
              - {match: ['**/X.java'], rules: {empty-catch: off}}
            """;
        assertEquals("broad-catch note, empty-catch note, long-name error", at("app/A.java", settings));
        assertEquals("long-name note", at("legacy/A.java", settings));
        assertEquals("broad-catch warning, empty-catch note, long-name note", at("legacy/keep/A.java", settings));
        assertEquals("broad-catch warning, long-name note", at("legacy/keep/X.java", settings));
    }

    @Test
    void aRuleThatRunsSomewhereIsAmongTheRules() {
        String settings = """
            rules: {empty-catch: off, long-name: off}
            paths: [{match: app/**, rules: {broad-catch: on}}, {match: lib/**, packs: {names: on}}]
            """;
        assertEquals(List.of("broad-catch"), of(settings, List.of(), List.of()).rules().stream().map(RuleCard::id)
            .toList());
        assertEquals("", at("lib/A.java", settings));
        assertEquals("broad-catch note", at("app/A.java", settings));
    }

    @Test
    void theCommandLineWinsOverTheProjectButNotOverPaths() {
        String settings = """
            packs: {names: off}
            rules: {empty-catch: off}
            paths: [{match: legacy/**, rules: {empty-catch: off, long-name: on, broad-catch: on}}]
            """;
        Selection named = of(settings, List.of("empty-catch"), List.of());
        assertEquals("empty-catch warning", at("app/A.java", named));
        assertEquals("", at("legacy/A.java", named));
        Selection pack = of(settings, List.of(), List.of("names"));
        assertEquals("long-name error", at("app/A.java", pack));
        assertEquals("long-name error", at("legacy/A.java", pack));
    }

    private String at(String path, String yaml) {
        return at(path, of(yaml, List.of(), List.of()));
    }

    private String at(String path, Selection selection) {
        return catalog.rules().stream()
            .filter(card -> selection.isOn(card.id(), Path.of(path)))
            .map(card -> card.id() + " " + Weakening.word(selection.severity(card, Path.of(path))))
            .collect(Collectors.joining(", "));
    }

    private Selection of(String yaml, List<String> rules, List<String> packs) {
        Value value = YamlText.read("yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return Selection.of(catalog, SettingsReader.of(value).settings(), rules, packs);
    }
}
