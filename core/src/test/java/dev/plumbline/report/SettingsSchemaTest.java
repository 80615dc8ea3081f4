package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SpecVersion;
import dev.plumbline.finding.UsageException;
import dev.plumbline.revision.Folder;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.settings.FileShape;
import dev.plumbline.settings.SampleRules;
import dev.plumbline.settings.SettingsFile;
import dev.plumbline.settings.SettingsTemplate;
import dev.plumbline.settings.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Editors must not mark what Plumbline takes, nor be silent about what it does not take. */
class SettingsSchemaTest {

    private static final RuleCatalog CATALOG = SampleRules.catalog();
    private static final SchemaCheck SCHEMA = SchemaCheck.of(SettingsSchema.of(CATALOG), SpecVersion.VersionFlag.V7);

    private static final List<String> GOOD = List.of("", "{}", "rules:\n", "extends: []\n", "fail-on: none",
        "include: a/**\nexclude: [a, b]", "packs: {names: on, exceptions: false}",
        "rules: {long-name: error, empty-catch: true, broad-catch: {enabled: on, severity: note}}",
        "rules: {long-name: {options: {most: 3, tests: false, of: types, except: a, say: b}}}",
        "rules: {long-name: {options: {most: 3.0, except: []}}}", "rules: {long-name: {}}",
        "paths: [{match: a, packs: {names: off}, rules: {long-name: {severity: error}}}]",
        "gate: {severity: note, confidence: low, beyond-ai: report}", "$schema: here");
    private static final List<String> BAD = List.of("[]", "a", "1", "rule: {}", "fail-on: never", "fail-on:",
        "include: ''", "include: [1]", "include: {a: b}", "packs: {names: note}", "packs: {other: on}",
        "packs: [names]",
        "rules: {long-name: null}", "rules: {long-name: 'true'}", "rules: {long-name: maybe}", "rules: {name: on}",
        "rules: {long-name: {enabled: 1}}", "rules: {long-name: {severity: on}}", "rules: {long-name: {option: {}}}",
        "rules: {long-name: {options: {most: 0}}}", "rules: {long-name: {options: {most: '3'}}}",
        "rules: {long-name: {options: {most: 1.5}}}", "rules: {long-name: {options: {most: 99999999999999999999}}}",
        "rules: {long-name: {options: {tests: on}}}", "rules: {long-name: {options: {of: names}}}",
        "rules: {long-name: {options: {except: [a b]}}}", "rules: {long-name: {options: {except: 'a,b'}}}",
        "rules: {long-name: {options: {say: 1}}}", "rules: {empty-catch: {options: {most: 1}}}", "paths: {match: a}",
        "paths: [{packs: {names: off}}]", "paths: [{match: []}]", "paths: [{match: }]",
        "paths: [{match: a, rules: {long-name: {options: {most: 3}}}}]", "paths: [{match: a, exclude: b}]",
        "paths: [a]",
        "gate: {severity: none}", "gate: {confidence: sure}", "gate: {beyond-ai: off}", "gate: on", "extends: 1",
        "extends: [[a]]", "$schema: 1");

    @Test
    void readerAndSchemaTakeTheSameFiles() {
        GOOD.forEach(yaml -> assertEquals("", complaint(yaml), yaml));
        GOOD.forEach(yaml -> assertEquals(List.of(), SCHEMA.complaints(json(yaml)), yaml));
        BAD.forEach(yaml -> assertEquals(true, !complaint(yaml).isEmpty(), yaml));
        BAD.forEach(yaml -> assertEquals(true, !SCHEMA.complaints(json(yaml)).isEmpty(), yaml));
        assertEquals(List.of(), SCHEMA.complaints(json(SettingsTemplate.of(CATALOG))));
    }

    @Test
    void thePageNamesEveryKey() throws IOException {
        String page = Files.readString(Path.of("../docs/settings.md"));
        FileShape.of(CATALOG).keys().forEach((name, key) -> assertEquals(true,
            page.contains("| `" + name + "` | " + key.meaning() + " |\n"), name));
    }

    @Property(tries = 3000)
    void readerAndSchemaAgreeOnAnyFile(@ForAll long seed) {
        Random random = new Random(seed);
        int wrongOneIn = random.nextBoolean() ? Integer.MAX_VALUE : 12;
        String json = new Made(random, wrongOneIn).value(FileShape.of(CATALOG)).toString();
        assertEquals(SCHEMA.complaints(json).isEmpty(), complaint(json).isEmpty(),
            () -> json + "\n" + complaint(json) + "\n" + SCHEMA.complaints(json));
    }

    /** Files of the right shape, with something else here and there. */
    private record Made(Random random, int wrongOneIn) {

        private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

        private JsonNode value(Shape shape) {
            if (random.nextInt(wrongOneIn) == 0) {
                return wrong();
            }
            if (shape instanceof Shape.Choice choice) {
                int index = random.nextInt(choice.words().size() + (choice.orTruth() ? 2 : 0));
                return index < choice.words().size() ? JSON.textNode(choice.words().get(index))
                    : JSON.booleanNode(random.nextBoolean());
            }
            if (shape instanceof Shape.Whole whole) {
                return JSON.numberNode(whole.least() + random.nextInt(whole.most() - whole.least() + 1));
            }
            if (shape instanceof Shape.Listed list) {
                return list(list);
            }
            if (shape instanceof Shape.WordOrKeys either) {
                return random.nextBoolean() ? value(either.word()) : value(either.keys());
            }
            return shape instanceof Shape.Keys keys ? keys(keys) : JSON.textNode("a");
        }

        private JsonNode list(Shape.Listed list) {
            if (list.orOne() && random.nextBoolean()) {
                return value(list.item());
            }
            ArrayNode items = JSON.arrayNode();
            for (int i = random.nextInt(3) + (list.orNone() ? 0 : 1); i > 0; i--) {
                items.add(value(list.item()));
            }
            return items.isEmpty() && random.nextBoolean() ? JSON.nullNode() : items;
        }

        private JsonNode keys(Shape.Keys keys) {
            ObjectNode map = JSON.objectNode();
            keys.keys().forEach((name, key) -> {
                boolean isExtends = name.equals("extends"); // which would need files
                if (!isExtends && (random.nextInt(3) == 0 || keys.required().contains(name))) {
                    String said = random.nextInt(wrongOneIn) == 0 ? name + "s" : name;
                    map.set(said, value(key.shape()));
                }
            });
            return map;
        }

        private JsonNode wrong() {
            List<JsonNode> values = List.of(JSON.nullNode(), JSON.textNode(""), JSON.textNode("a b"),
                JSON.textNode("a,b"), JSON.textNode("on"), JSON.textNode("true"), JSON.textNode("error"),
                JSON.booleanNode(true), JSON.numberNode(0), JSON.numberNode(201), JSON.numberNode(2.0),
                JSON.numberNode(2.5), JSON.numberNode(1e40), JSON.arrayNode(), JSON.arrayNode().add("a"),
                JSON.objectNode(), JSON.objectNode().put("a", 1), JSON.objectNode().put("match", "a"));
            return values.get(random.nextInt(values.size()));
        }
    }

    private static String complaint(String yaml) {
        try {
            SettingsFile.of(Folder.holding("test", Map.of(SettingsFile.NAME, yaml.getBytes(StandardCharsets.UTF_8))),
                CATALOG);
            return "";
        } catch (UsageException mistake) {
            return mistake.getMessage();
        }
    }

    /** As an editor sees it. */
    private static String json(String yaml) {
        Load load = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
        return new JsonMapper().valueToTree(Optional.ofNullable(load.loadFromString(yaml)).orElse(null)).toString();
    }
}
