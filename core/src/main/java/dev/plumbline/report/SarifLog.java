package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Report;
import dev.plumbline.finding.Notice;
import java.util.List;

/**
 * SARIF 2.1.0 in the shape GitHub code scanning asks for: one run, relative URIs, full regions, the same rules in every
 * run. It holds no time and no absolute path, so the same code gives the same bytes.
 */
final class SarifLog {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String HOME = "https://plumbline.dev";

    private SarifLog() {
    }

    /** @param category keeps hosts from taking one kind of report for a newer one of the other */
    static String of(Report report, SarifSelection selection, String category) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.putArray("runs").add(run(report, selection, category));
        return JsonText.of(log);
    }

    private static ObjectNode run(Report report, SarifSelection selection, String category) {
        SarifRules rules = new SarifRules(report.catalog());
        SarifExtensions extensions = new SarifExtensions(report.tools());
        SarifResults results = new SarifResults(rules, extensions, report.text());
        ObjectNode run = JsonNodeFactory.instance.objectNode();
        ObjectNode tool = run.putObject("tool");
        tool.putObject("driver")
            .put("name", "Plumbline")
            .put("fullName", "Plumbline " + report.version())
            .put("semanticVersion", report.version())
            .put("informationUri", HOME)
            .set("rules", rules.descriptors());
        if (!extensions.isEmpty()) {
            tool.set("extensions", extensions.components());
        }
        run.putObject("automationDetails").put("id", category + "/"); // category and run; the run has no name
        run.put("columnKind", "utf16CodeUnits");
        run.putArray("invocations")
            .add(invocation(rules.overrides(report.ran(), report.selection()), selection.notices()));
        run.set("artifacts", artifacts(report));
        ArrayNode array = run.putArray("results");
        selection.results().forEach(result -> array.add(results.result(result)));
        return run;
    }

    /** A scan that gives a report has succeeded; what it did not see is in its notifications. */
    private static ObjectNode invocation(ArrayNode overrides, List<Notice> notices) {
        ObjectNode invocation = JsonNodeFactory.instance.objectNode();
        invocation.put("executionSuccessful", true);
        invocation.set("ruleConfigurationOverrides", overrides);
        ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
        notices.forEach(notice -> notifications.add(notification(notice)));
        return invocation;
    }

    private static ObjectNode notification(Notice notice) {
        ObjectNode notification = JsonNodeFactory.instance.objectNode();
        notification.putObject("descriptor").put("id", notice.kind());
        notification.put("level", notice.level() == Notice.Level.INCOMPLETE ? "warning" : "note");
        notification.putObject("message").put("text", notice.message());
        notice.file().flatMap(Portable::uri).ifPresent(uri -> {
            ObjectNode location = notification.putArray("locations").addObject();
            location.putObject("physicalLocation").putObject("artifactLocation").put("uri", uri);
        });
        return notification;
    }

    /** Every file of the scan with what it was analysed with. */
    private static ArrayNode artifacts(Report report) {
        ArrayNode artifacts = JsonNodeFactory.instance.arrayNode();
        report.files().forEach((path, rung) -> Portable.uri(path).ifPresent(uri -> {
            ObjectNode artifact = artifacts.addObject();
            artifact.putObject("location").put("uri", uri);
            artifact.put("sourceLanguage", "java");
            artifact.putObject("properties").put("rung", JsonText.word(rung));
        }));
        return artifacts;
    }
}
