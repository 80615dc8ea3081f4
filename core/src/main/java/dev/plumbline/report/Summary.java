package dev.plumbline.report;

import dev.plumbline.engine.Report;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Rung;
import dev.plumbline.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The end of a report for a person: how much was found in how much code, how well it was seen, what was not.
 */
final class Summary {

    private static final int SHOWN_OF_A_KIND = 5;

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
        List<String> lines = notices(Notice.Level.INCOMPLETE, "Not analysed, or with less than was asked for:");
        lines.addAll(notices(Notice.Level.NOTE, "Worth knowing:"));
        return lines;
    }

    private String outcome() {
        return paint.strong(findings()) + (report.isIncomplete() ? " in what was analysed of " : " in ")
            + count(report.files().size(), "file") + " (" + rungs() + "), " + count(report.linesOfCode(), "line")
            + suppressed() + known();
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

    private List<String> notices(Notice.Level level, String title) {
        TreeMap<String, List<Notice>> byKind = new TreeMap<>();
        report.notices().stream()
            .filter(notice -> notice.level() == level)
            .forEach(notice -> byKind.computeIfAbsent(notice.kind(), kind -> new ArrayList<>()).add(notice));
        List<String> lines = new ArrayList<>();
        if (byKind.isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.add(paint.strong(title));
        byKind.forEach((kind, notices) -> {
            lines.add("  " + Visible.line(kind) + paint.faint(" (" + grouped(notices.size()) + ")"));
            lines.addAll(sentences(notices));
            if (notices.size() > SHOWN_OF_A_KIND) {
                lines.add("    and " + grouped(notices.size() - SHOWN_OF_A_KIND) + " more");
            }
        });
        return lines;
    }

    /** What is said of many files in the same words is said once. */
    private static List<String> sentences(List<Notice> notices) {
        List<String> lines = new ArrayList<>();
        boolean sameWords = notices.stream().map(Notice::message).distinct().count() == 1
            && notices.stream().allMatch(notice -> notice.file().isPresent());
        if (notices.size() > 1 && sameWords) {
            lines.add("    " + Visible.line(notices.get(0).message()));
            notices.stream().limit(SHOWN_OF_A_KIND)
                .flatMap(notice -> notice.file().stream())
                .forEach(file -> lines.add("    " + Visible.line(file)));
            return lines;
        }
        notices.stream().limit(SHOWN_OF_A_KIND).map(notice -> "    " + sentence(notice)).forEach(lines::add);
        return lines;
    }

    /** Most messages name their file; one that does not gets it in front. */
    private static String sentence(Notice notice) {
        String message = notice.message();
        return Visible.line(notice.file().filter(file -> !message.contains(file)).map(file -> file + ": ").orElse("")
            + message);
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
