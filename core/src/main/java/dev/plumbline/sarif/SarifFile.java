package dev.plumbline.sarif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The runs of a file that is SARIF 2.1.0; any other file is a mistake of whoever named it. */
record SarifFile(String name, List<JsonNode> runs) {

    private static final String VERSION = "2.1.0";
    private static final long MOST_BYTES = 64L << 20;

    static SarifFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("There is no file " + file + " to import.");
        }
        JsonNode log = json(file);
        String version = log.path("version").asText();
        if (!log.path("runs").isArray() || version.isEmpty()) {
            throw new UsageException(file + " is no SARIF: it has no `version` and `runs`; name the report of a tool"
                + " that writes SARIF 2.1.0.");
        }
        if (!version.equals(VERSION)) {
            throw new UsageException(file + " is SARIF " + version + "; only " + VERSION + " can be imported, which the"
                + " SARIF Multitool converts older files to.");
        }
        List<JsonNode> runs = new ArrayList<>();
        log.get("runs").forEach(runs::add);
        return new SarifFile(file.getFileName().toString(), runs);
    }

    private static JsonNode json(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UsageException(String.format(Locale.ROOT, "%s has %,d bytes; at most %,d can be imported,"
                    + " so let its tool report on less.", file, Files.size(file), MOST_BYTES));
            }
            return JsonMapper.builder().build().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException broken) {
            throw new UsageException(
                file + " is no SARIF: it is not JSON (" + broken.getOriginalMessage() + where(broken)
                    + ").");
        } catch (IOException e) {
            throw new UsageException(file + " can not be read (" + e.getMessage() + ").");
        }
    }

    private static String where(JsonProcessingException broken) {
        return broken.getLocation() == null ? "" : ", line " + broken.getLocation().getLineNr();
    }
}
