package dev.plumbline.maven;

import dev.plumbline.engine.Report;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Rung;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import dev.plumbline.rule.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.doxia.sink.Sink;

/**
 * A report as a page of a Maven site: how much, then file by file what, why and instead, then what was seen and how.
 */
final class SitePage {

    static final String TITLE = "Plumbline";

    private final Report report;
    private final Sink sink;

    SitePage(Report report, Sink sink) {
        this.report = report;
        this.sink = sink;
    }

    void write() {
        sink.head();
        sink.title();
        sink.text(TITLE);
        sink.title_();
        sink.head_();
        sink.body();
        section("Findings", this::counts);
        byFile().forEach((file, findings) -> section(file, () -> findings.forEach(this::finding)));
        if (!report.notices().isEmpty()) {
            section("Notices", () -> list(report.notices().stream().map(SitePage::sentence).toList()));
        }
        section("What was analysed", this::analysed);
        sink.body_();
        sink.flush();
        sink.close();
    }

    private SortedMap<String, List<Finding>> byFile() {
        SortedMap<String, List<Finding>> files = new TreeMap<>();
        report.findings().forEach(finding -> files.computeIfAbsent(finding.place().path(), path -> new ArrayList<>())
            .add(finding));
        return files;
    }

    private void counts() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Severity", "Findings"));
        Stream.of(Severity.ERROR, Severity.WARNING, Severity.NOTE).forEach(severity -> rows.add(List.of(word(severity),
            String.valueOf(report.findings().stream().filter(one -> one.severity() == severity).count()))));
        rows.add(List.of("suppressed", String.valueOf(report.suppressed().size())));
        rows.add(List.of("known from the baseline", String.valueOf(report.known().size())));
        table(rows);
    }

    private void finding(Finding finding) {
        sink.paragraph();
        sink.bold();
        sink.text(word(finding.severity()) + ", line " + finding.place().line() + ": ");
        sink.bold_();
        marked(finding.message());
        sink.text(" [");
        sink.monospaced();
        sink.text(finding.rule());
        sink.monospaced_();
        sink.text("]");
        sink.paragraph_();
        if (!finding.trace().isEmpty()) {
            list(finding.trace().stream().map(SitePage::sentence).toList());
        }
        report.catalog().find(finding.rule()).ifPresent(card -> advice(card.info()));
    }

    private void advice(RuleInfo rule) {
        paragraph("Why: " + rule.why());
        paragraph("Instead: " + rule.instead());
    }

    private void analysed() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Files", "How they were seen"));
        for (Rung rung : Rung.values()) {
            long files = report.files().values().stream().filter(rung::equals).count();
            rows.add(List.of(String.valueOf(files), words(rung)));
        }
        table(rows);
        paragraph(report.linesOfCode() + " lines of code, " + report.ran().size() + " rules, Plumbline "
            + report.version() + ".");
    }

    private void section(String title, Runnable content) {
        sink.section(2, null);
        sink.sectionTitle(2, null);
        sink.text(title);
        sink.sectionTitle_(2);
        content.run();
        sink.section_(2);
    }

    private void table(List<List<String>> rows) {
        sink.table();
        sink.tableRows();
        for (List<String> row : rows) {
            sink.tableRow();
            row.forEach(row == rows.get(0) ? this::heading : this::cell);
            sink.tableRow_();
        }
        sink.tableRows_();
        sink.table_();
    }

    private void heading(String text) {
        sink.tableHeaderCell();
        sink.text(text);
        sink.tableHeaderCell_();
    }

    private void cell(String text) {
        sink.tableCell();
        sink.text(text);
        sink.tableCell_();
    }

    private void list(List<String> items) {
        sink.list();
        for (String item : items) {
            sink.listItem();
            marked(item);
            sink.listItem_();
        }
        sink.list_();
    }

    private void paragraph(String text) {
        sink.paragraph();
        marked(text);
        sink.paragraph_();
    }

    /** Text with {@code `code`} in it. */
    private void marked(String text) {
        String[] parts = text.strip().replaceAll("\\s+", " ").split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                sink.monospaced();
                sink.text(parts[i]);
                sink.monospaced_();
            } else {
                sink.text(parts[i]);
            }
        }
    }

    private static String sentence(Step step) {
        return step.place().path() + ":" + step.place().line() + " " + step.what();
    }

    private static String sentence(Notice notice) {
        return (notice.level() == Notice.Level.INCOMPLETE ? "not analysed: " : "") + notice.message();
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Rung rung) {
        return switch (rung) {
            case COMPILED -> "with class files";
            case COMPILED_IN_MEMORY -> "compiled in memory";
            case SOURCE_ONLY -> "from source only";
        };
    }
}
