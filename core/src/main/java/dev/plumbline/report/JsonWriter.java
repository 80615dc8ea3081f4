package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Report;
import dev.plumbline.finding.Rung;
import dev.plumbline.finding.Severity;

/**
 * A report as Plumbline's own JSON, for programs that want all of it: {@code plumbline-report.schema.json}
 * beside this class is its documentation. Members are only ever added within a format version.
 */
public final class JsonWriter implements ReportWriter {

    private static final int FORMAT_VERSION = 1;

    private final JsonNodeFactory json = JsonNodeFactory.instance;

    private JsonWriter() {
    }

    public static JsonWriter indented() {
        return new JsonWriter();
    }

    @Override
    public String write(Report report) {
        ObjectNode root = json.objectNode();
        root.put("format", "plumbline-report");
        root.put("formatVersion", FORMAT_VERSION);
        root.put("plumblineVersion", report.version());
        root.set("summary", summary(report));
        root.set("findings", JsonParts.findings(report.findings()));
        ArrayNode suppressed = root.putArray("suppressed");
        report.suppressed()
            .forEach(each -> suppressed.add(JsonParts.finding(each.finding()).put("reason", each.reason())));
        root.set("known", JsonParts.findings(report.known()));
        root.set("notices", JsonParts.notices(report.notices()));
        root.set("files", files(report));
        root.set("rules", JsonParts.strings(report.ran()));
        root.set("tools", JsonParts.tools(report.tools()));
        return JsonText.of(root);
    }

    private ObjectNode summary(Report report) {
        ObjectNode summary = json.objectNode();
        summary.put("complete", !report.isIncomplete());
        for (Severity severity : Severity.values()) {
            summary.put(JsonText.word(severity) + "s",
                report.findings().stream().filter(finding -> finding.severity() == severity).count());
        }
        summary.put("suppressed", report.suppressed().size());
        summary.put("known", report.known().size());
        summary.put("files", report.files().size());
        summary.put("linesOfCode", report.linesOfCode());
        return summary;
    }

    /** The paths of all files, by what they were analysed with. */
    private ObjectNode files(Report report) {
        ObjectNode files = json.objectNode();
        for (Rung rung : Rung.values()) {
            ArrayNode paths = files.putArray(JsonText.word(rung));
            report.files().forEach((path, stoodOn) -> {
                if (stoodOn == rung) {
                    paths.add(path);
                }
            });
        }
        return files;
    }
}
