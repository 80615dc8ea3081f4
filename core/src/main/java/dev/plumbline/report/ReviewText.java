package dev.plumbline.report;

import dev.plumbline.engine.Debt;
import dev.plumbline.engine.Review;
import dev.plumbline.finding.Finding;
import dev.plumbline.verdict.Introduced;
import java.util.ArrayList;
import java.util.List;

/** A judged change for a person at a terminal: what it introduced, what it hides, the arithmetic, the verdict. */
public final class ReviewText implements ReviewWriter {

    private final Paint paint;
    private final ConsoleWriter findings;

    private ReviewText(Paint paint) {
        this.paint = paint;
        this.findings = new ConsoleWriter(paint);
    }

    public static ReviewText plain() {
        return new ReviewText(Paint.NONE);
    }

    public static ReviewText coloured() {
        return new ReviewText(Paint.ANSI);
    }

    @Override
    public String write(Review review) {
        ReviewWords words = new ReviewWords(review);
        SourceTexts texts = new SourceTexts(review.report().text());
        List<String> lines = new ArrayList<>();
        for (Introduced one : words.introduced()) {
            lines.addAll(findings.block(one.finding(), review.report(), texts));
            if (!words.remark(one).isEmpty()) {
                lines.add("  " + paint.faint("where:") + "   " + words.remark(one));
            }
            lines.add("");
        }
        lines.add(paint.strong(words.heading()) + " (" + review.base() + " to " + review.head() + ")");
        lines.add("  " + review.score().sentence());
        review.score().total().ifPresent(total -> lines.add("  ratio " + ReviewWords.ratio(total)));
        review.score().byPack().forEach((pack, ratio) -> lines.add("    " + pack + ": " + ratio.introduced()
            + " introduced, ratio " + ReviewWords.ratio(ratio)));
        words.readWith().forEach(sentence -> lines.add("  " + sentence));
        words.othersSilence().forEach(sentence -> lines.add("  " + Visible.line(sentence)));
        addAll("Why it failed:", words.reasons(), lines);
        addAll("The change asks for silence:", review.debts().stream().map(ReviewText::sentence).toList(), lines);
        addAll(words.othersTitle() + ":", review.others().stream().map(ReviewText::sentence).toList(), lines);
        addAll("Fixed by the change:", review.comparison().fixed().stream().map(ReviewText::sentence).toList(), lines);
        addAll("Not to be told from old findings, because base did not compile there:",
            review.comparison().unseenBefore().stream().map(ReviewText::sentence).toList(), lines);
        lines.addAll(new Summary(review.report(), paint).notices());
        return String.join("\n", lines) + "\n";
    }

    private void addAll(String title, List<String> sentences, List<String> lines) {
        if (!sentences.isEmpty()) {
            lines.add("");
            lines.add(paint.strong(title));
            sentences.forEach(sentence -> lines.add("  " + Visible.line(sentence)));
        }
    }

    private static String sentence(Debt debt) {
        return debt.place().path() + ":" + debt.place().line() + " " + debt.sentence();
    }

    private static String sentence(Finding finding) {
        return finding.place().path() + ":" + finding.place().line() + " " + finding.rule() + ": " + finding.message();
    }
}
