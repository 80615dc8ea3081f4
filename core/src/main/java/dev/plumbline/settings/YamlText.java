package dev.plumbline.settings;

import dev.plumbline.finding.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.NodeType;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * Reads one YAML document. It comes from the code under scan, so nothing is made of it but words, numbers, lists and
 * maps, and it may be neither long nor deep, nor refer to its own lists and maps.
 */
final class YamlText {

    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_DEPTH = 20;
    /** {@code <<} is no key of YAML 1.2, though the library knows it. */
    private static final Schema SCHEMA = new Core(new CoreScalarResolver(false),
        new CoreSchema().getSchemaTagConstructors());
    private static final LoadSettings SAFE = LoadSettings.builder()
        .setSchema(SCHEMA)
        .setMaxAliasesForCollections(0)
        .setCodePointLimit(MOST_BYTES)
        .setEnvConfig(Optional.empty())
        .build();

    private record Core(ScalarResolver getScalarResolver, Map<Tag, ConstructNode> getSchemaTagConstructors)
            implements
            Schema {
    }

    private final String file;

    private YamlText(String file) {
        this.file = file;
    }

    /** @throws UsageException naming file and line */
    static Value read(String file, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw Mistakes.one(file, 1, "The file is longer than " + MOST_BYTES / 1024 + " KiB.");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new YamlText(file).document(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private Value document(String text) {
        try {
            checkDepth(text);
            Iterator<Node> documents = new Compose(SAFE).composeAllFromString(text).iterator();
            Value first = documents.hasNext() ? value(documents.next()) : new Value.Nothing(1);
            if (documents.hasNext()) {
                throw Mistakes.one(file, line(documents.next()), "A second document begins here; there can be one.");
            }
            return first;
        } catch (MarkedYamlEngineException mistake) {
            throw Mistakes.one(file, mistake.getProblemMark().map(YamlText::line).orElse(1),
                "This is no YAML: " + oneLine(mistake.getProblem()) + ".");
        } catch (YamlEngineException mistake) {
            throw Mistakes.one(file, 1, "This is no YAML: " + oneLine(mistake.getMessage()) + ".");
        }
    }

    /** Before the tree is made, which takes a stack as deep as the text. */
    private void checkDepth(String text) {
        int depth = 0;
        for (Event event : new Parse(SAFE).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {
                }
            }
            if (depth > MOST_DEPTH) {
                throw Mistakes.one(file, event.getStartMark().map(YamlText::line).orElse(1),
                    "This is nested more than " + MOST_DEPTH + " deep.");
            }
        }
    }

    private Value value(Node node) {
        if (node instanceof MappingNode map && map.getTag().equals(Tag.MAP)) {
            return entries(map);
        }
        if (node instanceof SequenceNode list && list.getTag().equals(Tag.SEQ)) {
            return new Value.Items(list.getValue().stream().map(this::value).toList(), line(node));
        }
        if (node.getNodeType() == NodeType.SCALAR && node.getTag().equals(Tag.STR)) {
            return new Value.Scalar(((ScalarNode) node).getValue(), line(node));
        }
        ConstructNode made = SCHEMA.getSchemaTagConstructors().get(node.getTag());
        if (made == null || node.getNodeType() != NodeType.SCALAR || node.getTag().equals(Tag.BINARY)) {
            throw Mistakes.one(file, line(node), "There is no type " + node.getTag().getValue() + " here.");
        }
        Optional<Object> scalar = Optional.ofNullable(made.construct(node));
        return scalar.isEmpty() ? new Value.Nothing(line(node)) : new Value.Scalar(scalar.get(), line(node));
    }

    private Value.Entries entries(MappingNode map) {
        Map<String, Integer> lines = new HashMap<>();
        List<Value.Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : map.getValue()) {
            int line = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key) || !key.getTag().equals(Tag.STR)) {
                throw Mistakes.one(file, line, "A key must be a word.");
            }
            Optional<Integer> first = Optional.ofNullable(lines.putIfAbsent(key.getValue(), line));
            if (first.isPresent()) {
                throw Mistakes.one(file, line, key.getValue() + " stands on line " + first.get() + " already.");
            }
            entries.add(new Value.Entry(key.getValue(), value(tuple.getValueNode()), line));
        }
        return new Value.Entries(entries, line(map));
    }

    private static int line(Node node) {
        return node.getStartMark().map(YamlText::line).orElse(1);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", "; ").replaceAll("\\.$", "");
    }
}
