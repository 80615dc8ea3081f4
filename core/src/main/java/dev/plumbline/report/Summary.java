package dev.plumbline.report;

import dev.plumbline.engine.Report;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rung;
import dev.plumbline.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The end of a report for a person: how much was found in how much code, how well it was seen, what was not.
 */
final class Summary {

    private final Report report;
    private final Paint paint;

    Summary(Report report, Paint paint) {
        this.report = report;
        this.paint = paint;
    }

    /** One line when there is nothing to say but that all is well. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(report.files().isEmpty() ? "Nothing was analysed: no source files were found." : outcome());
        lines.addAll(notices());
        return lines;
    }

    /** What was not seen, and what is worth knowing. */
    List<String> notices() {
        return new NoticeLines(report.notices(), paint).lines();
    }

    private String outcome() {
        return paint.strong(findings()) + (report.isIncomplete() ? " in what was analysed of " : " in ")
            + count(report.files().size(), "file") + " (" + rungs() + "), " + count(report.linesOfCode(), "line")
            + theirs() + suppressed() + known();
    }

    private String findings() {
        if (report.findings().isEmpty()) {
            return "No findings";
        }
        List<String> parts = new ArrayList<>();
        addPart(Severity.ERROR, "error", parts);
        addPart(Severity.WARNING, "warning", parts);
        addPart(Severity.NOTE, "note", parts);
        return count(report.findings().size(), "finding") + " (" + String.join(", ", parts) + ")";
    }

    private void addPart(Severity severity, String word, List<String> parts) {
        long found = report.findings().stream().map(Finding::severity).filter(severity::equals).count();
        if (found > 0) {
            parts.add(count(found, word));
        }
    }

    /** How many of them are not ours. */
    private String theirs() {
        return report.tools().stream()
            .map(tool -> "; " + grouped(report.findings().stream()
                .filter(finding -> tool.owns(finding.rule())).count()) + " of them from " + tool.title())
            .collect(Collectors.joining());
    }

    private String suppressed() {
        return report.suppressed().isEmpty() ? "" : "; " + grouped(report.suppressed().size()) + " suppressed";
    }

    private String known() {
        return report.known().isEmpty() ? "" : "; " + grouped(report.known().size()) + " known";
    }

    private String rungs() {
        List<String> parts = new ArrayList<>();
        for (Rung rung : Rung.values()) {
            long files = report.files().values().stream().filter(rung::equals).count();
            if (files > 0) {
                parts.add(grouped(files) + " " + words(rung));
            }
        }
        return String.join(", ", parts);
    }

    private static String words(Rung rung) {
        return switch (rung) {
            case COMPILED -> "with class files";
            case COMPILED_IN_MEMORY -> "compiled in memory";
            case SOURCE_ONLY -> "from source only";
        };
    }

    private static String count(long number, String word) {
        return grouped(number) + " " + word + (number == 1 ? "" : "s");
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
