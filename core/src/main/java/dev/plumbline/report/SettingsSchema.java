package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.settings.FileShape;
import dev.plumbline.settings.Shape;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The shape of {@code plumbline.yml} as a JSON schema of draft 7, which is the one that editors know best. What it
 * cannot say is whether a glob is well formed and whether extended files exist.
 */
public final class SettingsSchema {

    /** Where it is published, relative to the top of Plumbline's own repository. */
    public static final String PATH = "docs/plumbline.schema.json";

    private static final String ID = "https://plumbline.dev/schema/plumbline-settings-1.json";

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final SortedMap<String, ObjectNode> definitions = new TreeMap<>();

    private SettingsSchema() {
    }

    /** @param catalog the rules that there are, with their options */
    public static String of(RuleCatalog catalog) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("$id", ID);
        schema.put("title", "plumbline.yml");
        schema.put("description", "The settings of Plumbline for one repository.");
        SettingsSchema made = new SettingsSchema();
        schema.setAll(made.node(FileShape.of(catalog)));
        schema.putObject("definitions").setAll(made.definitions);
        return JsonText.of(schema);
    }

    private ObjectNode node(Shape shape) {
        if (shape instanceof Shape.Choice choice) {
            ArrayNode words = json.arrayNode();
            choice.words().forEach(words::add);
            if (choice.orTruth()) {
                words.add(true).add(false);
            }
            return json.objectNode().set("enum", words);
        }
        if (shape instanceof Shape.Whole whole) {
            return json.objectNode().put("type", "integer").put("minimum", whole.least()).put("maximum", whole.most());
        }
        if (shape instanceof Shape.Text text) {
            ObjectNode node = json.objectNode().put("type", "string").put("minLength", 1);
            return text.pattern().isEmpty() ? node : node.put("pattern", "^" + text.pattern() + "$");
        }
        if (shape instanceof Shape.Glob) {
            return json.objectNode().put("type", "string").put("minLength", 1);
        }
        if (shape instanceof Shape.Listed list) {
            return list(list);
        }
        if (shape instanceof Shape.WordOrKeys either) {
            definitions.put(either.name(), either(node(either.word()), keys(either.keys(), false)));
            // Not alone: what stands beside a reference is overlooked in draft 7.
            ObjectNode defined = json.objectNode();
            defined.putArray("allOf").addObject().put("$ref", "#/definitions/" + either.name());
            return defined;
        }
        Shape.Keys keys = (Shape.Keys) shape;
        return keys(keys, keys.required().isEmpty());
    }

    private ObjectNode list(Shape.Listed shape) {
        ObjectNode list = json.objectNode();
        ArrayNode types = list.putArray("type").add("array");
        if (shape.orNone()) {
            types.add("null");
        } else {
            list.put("minItems", 1);
        }
        list.set("items", node(shape.item()));
        return shape.orOne() ? either(node(shape.item()), list) : list;
    }

    private ObjectNode keys(Shape.Keys shape, boolean orNone) {
        ObjectNode map = json.objectNode();
        ArrayNode types = map.putArray("type").add("object");
        if (orNone) {
            types.add("null");
        }
        if (!shape.required().isEmpty()) {
            ArrayNode required = map.putArray("required");
            shape.required().forEach(required::add);
        }
        map.put("additionalProperties", false);
        ObjectNode properties = map.putObject("properties");
        shape.keys().forEach((name, key) -> {
            ObjectNode property = json.objectNode().put("description", key.meaning());
            properties.set(name, property.setAll(node(key.shape())));
        });
        return map;
    }

    private ObjectNode either(ObjectNode one, ObjectNode other) {
        ObjectNode either = json.objectNode();
        either.putArray("anyOf").add(one).add(other);
        return either;
    }
}
