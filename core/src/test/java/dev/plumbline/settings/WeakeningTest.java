package dev.plumbline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeakeningTest {

    @Test
    void whatLetsLessBeFoundIsSaidOnceForEachDifference() {
        assertEquals(List.of("rules.empty-catch was on, is off"), clauses("", "rules: {empty-catch: off}"));
        assertEquals(List.of("packs.exceptions was on, is off"), clauses("", "packs: {exceptions: off}"));
        assertEquals(List.of("rules.broad-catch was on, is off"), clauses("rules: {broad-catch: on}", ""));
        assertEquals(List.of("rules.long-name was error, is note"), clauses("", "rules: {long-name: note}"));
        assertEquals(List.of("rules.long-name.options.most was 40, is 50",
            "rules.long-name.options.tests was false, is true"),
            clauses("", "rules: {long-name: {options: {most: 50, tests: true}}}"));
        assertEquals(List.of("rules.long-name.options.most was 50, is 40"),
            clauses("rules: {long-name: {options: {most: 50}}}", ""));
        assertEquals(List.of("exclude did not have b, has it", "include was everything, is c"),
            clauses("exclude: a", "exclude: [a, b]\ninclude: c"));
        assertEquals(List.of("include had c, does not have it"), clauses("include: [c, d]", "include: [d, e]"));
        assertEquals(List.of("gate.severity was warning, is error", "gate.confidence was low, is high",
            "gate.beyond-ai was fail, is report", "fail-on was note, is none"),
            clauses("gate: {severity: warning, confidence: low}\nfail-on: note",
                "gate: {beyond-ai: report}\nfail-on: none"));
        assertEquals(List.of("fail-on was warning, is error"), clauses("fail-on: warning", ""));
    }

    @Test
    void whatLetsMoreBeFoundAndWhatHasNoEffectIsNot() {
        String strict = """
            fail-on: note
            exclude: []
            rules: {broad-catch: error, empty-catch: error}
            gate: {severity: note, confidence: low}
            paths: [{match: a, rules: {empty-catch: error}}]
            """;
        assertEquals(List.of(), clauses("", strict));
        assertEquals(List.of(), clauses("", "rules: {broad-catch: off, long-name: {options: {most: 40}}}"));
        assertEquals(List.of(), clauses("packs: {names: off}", "packs: {names: off}\nrules: {long-name: note}"));
        assertEquals(List.of(), clauses("include: a\nfail-on: none", "fail-on: error"));
        assertEquals(List.of(), clauses("", "paths: [{match: a, rules: {broad-catch: off}}]"));
    }

    @Test
    void overridesForPathsCountWordByWord() {
        assertEquals(List.of("paths for a, b: rules.empty-catch was not said, is off",
            "paths for c: packs.names was not said, is off", "paths for c: rules.long-name was not said, is warning"),
            clauses("", """
                paths:
                  - {match: [a, b], rules: {empty-catch: off}}
                  - {match: c, packs: {names: off}, rules: {long-name: warning}}
                """));
        String strict = "paths: [{match: a, rules: {broad-catch: error}}]";
        assertEquals(List.of("paths for a: rules.broad-catch was error, is not said"), clauses(strict, ""));
        assertEquals(List.of("paths for a: rules.broad-catch was error, is warning"),
            clauses(strict, "paths: [{match: a, rules: {broad-catch: warning}}]"));
        assertEquals(List.of("paths for a: rules.broad-catch was error, is off"),
            clauses(strict, "paths: [{match: a, rules: {broad-catch: off}}]"));
        assertEquals(List.of("paths had another order"), clauses("""
            paths: [{match: a, rules: {empty-catch: off}}, {match: b, rules: {empty-catch: on}}]
            """, """
            paths: [{match: b, rules: {empty-catch: on}}, {match: a, rules: {empty-catch: off}}]
            """));
    }

    private static List<String> clauses(String before, String after) {
        return new Weakening(SampleRules.catalog(), settings(before), settings(after)).clauses();
    }

    private static ProjectSettings settings(String yaml) {
        return SettingsReader.of(YamlText.read("yaml", yaml.getBytes(StandardCharsets.UTF_8))).settings();
    }
}
