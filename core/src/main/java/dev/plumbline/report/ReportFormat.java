package dev.plumbline.report;

import dev.plumbline.engine.Report;
import java.util.List;

/** How the report of a scan can be written; the names are what users write. */
public enum ReportFormat {
    text, json, sarif,
    /** SARIF without suppressed findings, of which GitHub would make alerts. */
    codescanning,
    /** Workflow commands of GitHub. */
    github,
    /** The Code Quality artifact of GitLab. */
    gitlab, checkstyle, junit;

    /** @param coloured whether text may have colours; no other format has any */
    public ReportWriter writer(boolean coloured) {
        return switch (this) {
            case text -> coloured ? ConsoleWriter.coloured() : ConsoleWriter.plain();
            case sarif -> SarifWriter.indented();
            case codescanning -> SarifWriter.indented().withoutSuppressed();
            case json -> JsonWriter.indented();
            case github -> ReportAnnotations.commands();
            case gitlab -> GitLabWriter.codeQuality();
            case checkstyle -> CheckstyleWriter.indented();
            case junit -> JUnitWriter.indented();
        };
    }

    /** What a report says of the scan itself and this format has no place for, in lines. */
    public List<String> unsaid(Report report) {
        return this == gitlab || this == checkstyle ? new NoticeLines(report.notices(), Paint.NONE).lines() : List.of();
    }
}
