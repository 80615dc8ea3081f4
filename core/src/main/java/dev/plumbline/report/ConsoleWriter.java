package dev.plumbline.report;

import dev.plumbline.engine.Report;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.finding.Place;
import dev.plumbline.rule.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A report for a person at a terminal: what is wrong, where, the code with the path that proves it, why it
 * matters and what to write instead; then a summary that also says what was not seen.
 */
public final class ConsoleWriter implements ReportWriter {

    private static final int LONGEST_WHY = 300;

    private final Paint paint;

    ConsoleWriter(Paint paint) {
        this.paint = paint;
    }

    public static ConsoleWriter plain() {
        return new ConsoleWriter(Paint.NONE);
    }

    /** With ANSI colours; whether the terminal wants them is for the caller to know. */
    public static ConsoleWriter coloured() {
        return new ConsoleWriter(Paint.ANSI);
    }

    @Override
    public String write(Report report) {
        SourceTexts texts = new SourceTexts(report.text());
        List<String> lines = new ArrayList<>();
        for (Finding finding : report.findings()) {
            lines.addAll(block(finding, report, texts));
            lines.add("");
        }
        lines.addAll(new Summary(report, paint).lines());
        return String.join("\n", lines) + "\n";
    }

    /** One finding. */
    List<String> block(Finding finding, Report report, SourceTexts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(head(finding));
        lines.addAll(frames(finding, texts));
        lines.addAll(advice(finding, report));
        return lines;
    }

    private String head(Finding finding) {
        String word = finding.severity().name().toLowerCase(Locale.ROOT);
        return paint.severity(finding.severity(), word + ":") + " "
            + paint.strong(Visible.line(finding.message())) + " "
            + paint.faint("[" + Visible.line(finding.rule()) + "]");
    }

    /** The code of a finding with its trace. */
    List<String> frames(Finding finding, SourceTexts texts) {
        List<Block> blocks = Block.of(finding);
        int lastLine = blocks.stream().mapToInt(Block::lastLine).max().orElse(0);
        Gutter gutter = Gutter.upTo(lastLine + 1, paint);
        List<String> lines = new ArrayList<>();
        Optional<Block> previous = Optional.empty();
        for (Block block : blocks) {
            boolean sameFile = previous.filter(other -> other.file().equals(block.file())).isPresent();
            String tip = previous.isEmpty() ? "-->" : ":::";
            lines.add(sameFile ? gutter.gap() : gutter.arrow(tip, where(block.start())));
            lines.addAll(frame(block, finding, texts, gutter));
            previous = Optional.of(block);
        }
        return lines;
    }

    /** A step whose text is not at hand, or ends before it, still says what it says. */
    private List<String> frame(Block block, Finding finding, SourceTexts texts, Gutter gutter) {
        Optional<SourceText> text = texts.find(block.file());
        List<Mark> shown = block.marks().stream().filter(mark -> text.filter(mark::startsIn).isPresent()).toList();
        List<String> lines = new ArrayList<>();
        if (text.isPresent() && !shown.isEmpty()) {
            lines.addAll(new CodeFrame(text.get(), shown, gutter, finding.severity(), paint).lines());
        }
        block.marks().stream()
            .filter(mark -> !shown.contains(mark) && !mark.label().isEmpty())
            .map(mark -> gutter.note(Visible.line(mark.label()) + " (" + where(mark.place()) + ")"))
            .forEach(lines::add);
        return lines;
    }

    private List<String> advice(Finding finding, Report report) {
        Optional<RuleInfo> info = report.catalog().find(finding.rule()).map(card -> card.info());
        List<String> lines = new ArrayList<>();
        info.ifPresent(rule -> {
            lines.add(advice("why:", Prose.firstSentence(rule.why())));
            lines.add(advice("instead:", Prose.firstSentence(rule.instead())));
            lines.add(advice("explain:", "plumbline explain " + finding.rule()));
        });
        report.tool(finding).ifPresent(tool -> lines.addAll(theirs(finding, tool)));
        return lines;
    }

    /** What another tool says of its rule. */
    private List<String> theirs(Finding finding, OtherTool tool) {
        List<String> lines = new ArrayList<>();
        lines.add(advice("from:", tool.title()));
        tool.find(finding.rule()).ifPresent(rule -> {
            if (!rule.help().isBlank()) {
                lines.add(advice("why:", Prose.cut(Prose.firstSentence(rule.help()), LONGEST_WHY)));
            }
            if (!rule.helpUri().isEmpty()) {
                lines.add(advice("explain:", rule.helpUri()));
            }
        });
        return lines;
    }

    private String advice(String word, String text) {
        return "  " + paint.faint(word) + " ".repeat("instead: ".length() - word.length()) + Visible.line(text);
    }

    private static String where(Place place) {
        return Visible.of(place.path()).text() + ":" + place.line() + ":" + place.column();
    }
}
