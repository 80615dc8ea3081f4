package dev.plumbline.report;

import dev.plumbline.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Lines of a source file with their numbers, and under them what is marked: carets for the place of a
 * finding, with a line of context above and below, dashes for the steps of its trace.
 */
final class CodeFrame {

    private static final int WIDEST = 120;
    private static final int BEFORE_A_MARK = 40;
    private static final String CUT = "...";

    private final SourceText text;
    private final List<Mark> marks;
    private final Gutter gutter;
    private final Severity severity;
    private final Paint paint;

    /** @param marks all of them start on lines that the text has */
    CodeFrame(SourceText text, List<Mark> marks, Gutter gutter, Severity severity, Paint paint) {
        this.text = text;
        this.marks = marks.stream().map(mark -> mark.within(text)).toList();
        this.gutter = gutter;
        this.severity = severity;
        this.paint = paint;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int previous = Integer.MAX_VALUE - 1;
        for (int line : shown()) {
            if (line > previous + 1) {
                lines.add(gutter.gap());
            }
            lines.add(gutter.code(line, stretch(line).shown()));
            for (Mark mark : marks) {
                if (mark.underlinedLines().contains(line)) {
                    lines.add(gutter.note(underline(mark, line)));
                }
            }
            previous = line;
        }
        return lines;
    }

    /**
     * Underlined lines, context that is not blank, and single lines that would else be left out between two.
     */
    private TreeSet<Integer> shown() {
        TreeSet<Integer> shown = new TreeSet<>();
        for (Mark mark : marks) {
            shown.addAll(mark.underlinedLines());
            if (mark.primary()) {
                addContext(mark.place().line() - 1, shown);
                addContext(mark.lastLine() + 1, shown);
            }
        }
        for (int line : List.copyOf(shown)) {
            if (shown.contains(line + 2)) {
                shown.add(line + 1);
            }
        }
        return shown;
    }

    private void addContext(int line, TreeSet<Integer> shown) {
        if (line >= 1 && line <= text.lines() && !text.isBlank(line)) {
            shown.add(line);
        }
    }

    /** The part of a line that is printed: all of it, or of a long one what stands around its first mark. */
    private Stretch stretch(int line) {
        int length = text.length(line);
        if (length <= WIDEST) {
            return new Stretch("", Visible.of(text.slice(line, 0, length)), 0, length, "");
        }
        int mark = marks.stream()
            .filter(other -> other.underlinedLines().contains(line))
            .mapToInt(other -> other.from(line, text))
            .min().orElse(0);
        int from = mark <= WIDEST - BEFORE_A_MARK ? 0 : text.whole(line, mark - BEFORE_A_MARK);
        int to = text.whole(line, Math.min(length, from + WIDEST));
        return new Stretch(from > 0 ? CUT : "", Visible.of(text.slice(line, from, to)), from, to,
            to < length ? CUT : "");
    }

    private String underline(Mark mark, int line) {
        Stretch stretch = stretch(line);
        int start = stretch.column(mark.from(line, text));
        int end = Math.max(start + 1, stretch.column(mark.to(line, text)));
        String strokes = (mark.primary() ? "^" : "-").repeat(end - start);
        boolean labelled = line == mark.lastLine() && !mark.label().isEmpty();
        String drawn = labelled ? strokes + " " + Visible.line(mark.label()) : strokes;
        return " ".repeat(start) + (mark.primary() ? paint.severity(severity, drawn) : paint.step(drawn));
    }

    /** A part of a line, from one index to another, and what stands for the rest. */
    private record Stretch(String before, Visible visible, int from, int to, String after) {

        String shown() {
            return before + visible.text() + after;
        }

        int column(int index) {
            return before.length() + visible.column(Math.min(Math.max(index, from), to) - from);
        }
    }
}
