package dev.plumbline.report;

import dev.plumbline.finding.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What was not seen, and what is worth knowing, for a person: by kind, the first few of each. */
final class NoticeLines {

    private static final int SHOWN_OF_A_KIND = 5;

    private final List<Notice> notices;
    private final Paint paint;

    NoticeLines(List<Notice> notices, Paint paint) {
        this.notices = notices;
        this.paint = paint;
    }

    /** Nothing when there is nothing to say; else a blank line comes before each title. */
    List<String> lines() {
        List<String> lines = of(Notice.Level.INCOMPLETE, "Not analysed, or with less than was asked for:");
        lines.addAll(of(Notice.Level.NOTE, "Worth knowing:"));
        return lines;
    }

    private List<String> of(Notice.Level level, String title) {
        TreeMap<String, List<Notice>> byKind = new TreeMap<>();
        notices.stream()
            .filter(notice -> notice.level() == level)
            .forEach(notice -> byKind.computeIfAbsent(notice.kind(), kind -> new ArrayList<>()).add(notice));
        List<String> lines = new ArrayList<>();
        if (byKind.isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.add(paint.strong(title));
        byKind.forEach((kind, alike) -> {
            lines.add("  " + Visible.line(kind) + paint.faint(" (" + grouped(alike.size()) + ")"));
            lines.addAll(sentences(alike));
            if (alike.size() > SHOWN_OF_A_KIND) {
                lines.add("    and " + grouped(alike.size() - SHOWN_OF_A_KIND) + " more");
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

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
