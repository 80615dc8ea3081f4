package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Report;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Place;
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
        ArrayNode findings = root.putArray("findings");
        report.findings().forEach(finding -> findings.add(finding(finding)));
        ArrayNode suppressed = root.putArray("suppressed");
        report.suppressed().forEach(each -> suppressed.add(finding(each.finding()).put("reason", each.reason())));
        ArrayNode known = root.putArray("known");
        report.known().forEach(finding -> known.add(finding(finding)));
        ArrayNode notices = root.putArray("notices");
        report.notices().stream().map(Portable::notice).forEach(notice -> notices.add(notice(notice)));
        root.set("files", files(report));
        ArrayNode rules = root.putArray("rules");
        report.ran().forEach(rules::add);
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

    private ObjectNode finding(Finding finding) {
        ObjectNode node = json.objectNode();
        node.put("rule", finding.rule());
        node.put("severity", JsonText.word(finding.severity()));
        node.put("confidence", JsonText.word(finding.confidence()));
        node.put("message", finding.message());
        node.set("place", place(finding.place()));
        ArrayNode trace = node.putArray("trace");
        finding.trace().forEach(step -> trace.addObject()
            .put("what", step.what())
            .set("place", place(step.place())));
        finding.edit().ifPresent(edit -> node.putObject("edit")
            .put("what", edit.what())
            .put("replacement", edit.replacement())
            .set("place", place(edit.place())));
        node.put("fingerprint", finding.fingerprint().text());
        return node;
    }

    private ObjectNode place(Place place) {
        return json.objectNode()
            .put("path", place.path())
            .put("line", place.line())
            .put("column", place.column())
            .put("endLine", place.endLine())
            .put("endColumn", place.endColumn());
    }

    private ObjectNode notice(Notice notice) {
        ObjectNode node = json.objectNode()
            .put("level", JsonText.word(notice.level()))
            .put("kind", notice.kind())
            .put("message", notice.message());
        notice.file().ifPresent(file -> node.put("file", file));
        return node;
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
