package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Holds JSON text against a schema on the class path, formats included; asks no network. */
final class SchemaCheck {

    /** Where one of our schemas refers to the other. */
    private static final Map<String, String> OURS = Map.of("https://plumbline.dev/schema/plumbline-report-1.json",
        "classpath:dev/plumbline/report/plumbline-report.schema.json");

    private final JsonSchema schema;

    private SchemaCheck(JsonSchema schema) {
        this.schema = schema;
    }

    static SchemaCheck against(String resource, SpecVersion.VersionFlag version) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        try (InputStream text = SchemaCheck.class.getResourceAsStream(resource)) {
            JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(version,
                builder -> builder.schemaMappers(mappers -> mappers.mappings(OURS)));
            return new SchemaCheck(schemas.getSchema(text, config));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static SchemaCheck of(String schema, SpecVersion.VersionFlag version) {
        return new SchemaCheck(JsonSchemaFactory.getInstance(version).getSchema(schema));
    }

    List<String> complaints(String json) {
        return schema.validate(parse(json)).stream().map(ValidationMessage::getMessage).sorted().toList();
    }

    static JsonNode parse(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
