package dev.plumbline.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.engine.Report;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import java.util.HashMap;
import java.util.Map;

/**
 * A report as GitLab's Code Quality artifact. It has no place for what was not analysed. See
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
public final class GitLabWriter implements ReportWriter {

    private static final int LONGEST_DESCRIPTION = 1_000;

    private GitLabWriter() {
    }

    public static GitLabWriter codeQuality() {
        return new GitLabWriter();
    }

    /** A finding outside of the root has no path that GitLab would know, and is left out. */
    @Override
    public String write(Report report) {
        Map<String, Integer> twins = new HashMap<>();
        ArrayNode issues = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : report.findings()) {
            if (Portable.uri(finding.place()).isPresent()) {
                String path = finding.place().path();
                String identity = finding.fingerprint().text() + "-" + Integer.toHexString(path.hashCode());
                int twin = twins.merge(identity, 1, Integer::sum);
                issues.add(issue(finding, twin == 1 ? identity : identity + "-" + twin));
            }
        }
        return JsonText.of(issues);
    }

    /** @param identity unique in a report, and without a line number, so that it outlives edits elsewhere */
    private static ObjectNode issue(Finding finding, String identity) {
        ObjectNode issue = JsonNodeFactory.instance.objectNode()
            .put("description", Prose.cut(Visible.line(finding.message()), LONGEST_DESCRIPTION))
            .put("check_name", finding.rule())
            .put("fingerprint", identity)
            .put("severity", severity(finding.severity()));
        issue.putObject("location").put("path", finding.place().path())
            .putObject("lines").put("begin", Portable.straight(finding.place()).line());
        return issue;
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case NOTE -> "info";
        };
    }
}
