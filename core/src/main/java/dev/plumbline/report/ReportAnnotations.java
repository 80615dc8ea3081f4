package dev.plumbline.report;

import dev.plumbline.engine.Report;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Severity;
import java.util.Comparator;

/** The findings of a scan as annotations on the commit, for GitHub's workflows. */
public final class ReportAnnotations implements ReportWriter {

    private ReportAnnotations() {
    }

    public static ReportAnnotations commands() {
        return new ReportAnnotations();
    }

    @Override
    public String write(Report report) {
        WorkflowCommands commands = new WorkflowCommands(report);
        long unseen = report.notices().stream().filter(notice -> notice.level() == Notice.Level.INCOMPLETE).count();
        if (unseen > 0) {
            commands.add(Severity.WARNING, "Not everything was analysed; " + unseen
                + (unseen == 1 ? " notice" : " notices") + " of the full report say what.");
        }
        report.findings().stream()
            .sorted(Comparator.comparing(Finding::severity, Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()))
            .forEach(finding -> commands.add(finding, Portable.straight(finding.place()), finding.message()));
        return commands.text();
    }
}
