package dev.plumbline.report;

import dev.plumbline.engine.Debt;
import dev.plumbline.engine.Review;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Step;
import dev.plumbline.report.MarkdownPage.Matter;
import dev.plumbline.report.MarkdownPage.Part;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.verdict.Introduced;
import dev.plumbline.verdict.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A judged change as the one comment on a pull request: the verdict in a line, the few findings that matter with their
 * proof, the arithmetic, and what was not seen.
 */
public final class ReviewMarkdown implements ReviewWriter {

    /** The first line of every comment, by which the next run finds it. */
    public static final String MARKER = "<!-- plumbline -->";

    private static final int THAT_MATTER = 5;
    private static final int MOST_LINES = 60;
    private static final int MOST_STEPS = 20;
    private static final int LONGEST_NAME = 80;
    private static final MathContext TWO_DIGITS = new MathContext(2);
    private static final String FOLDED = "</details>\n\n";
    private static final String TABLE = """
        | | introduced | a human change | ratio | 90 % interval | above 1 | above 1.7 |
        |---|--:|--:|--:|--:|--:|--:|
        """;

    private final ConsoleWriter frames = ConsoleWriter.plain();

    private ReviewMarkdown() {
    }

    /** A comment that every host takes. */
    public static ReviewMarkdown comment() {
        return new ReviewMarkdown();
    }

    @Override
    public String write(Review review) {
        ReviewWords words = new ReviewWords(review);
        MarkdownPage page = new MarkdownPage(head(review, words), "Reference: " + ReviewWords.SOURCE + "\n");
        page.add("### Introduced\n\n", first(review, words), "");
        page.add("**Further findings**\n\n", words.introduced().stream().skip(THAT_MATTER)
            .map(one -> new Part(Matter.OTHER, item(one.finding(), words.remark(one)))).toList(), "\n");
        page.add("### The arithmetic\n\n", sentences(review), "");
        page.add(TABLE, ratios(review), "\n");
        page.add("", items(Matter.ARITHMETIC, words.readWith()), "\n");
        page.add("**Why it failed**\n\n", items(Matter.REASON, words.reasons()), "\n");
        page.add("### The change asks for silence\n\n", review.debts().stream()
            .map(debt -> new Part(Matter.DEBT, item(debt))).toList(), "\n");
        page.add("### " + MarkdownText.prose(words.othersTitle()) + "\n\n", items(review.others(), Matter.OTHER_TOOL),
            "\n");
        page.add("", items(Matter.OTHER_TOOL, words.othersSilence()), "\n");
        page.add(folding("Fixed by the change: " + review.comparison().fixed().size()),
            items(review.comparison().fixed(), Matter.FIXED), "\n" + FOLDED);
        page.add(folding("Not to be told from old findings, because base did not compile there: "
            + review.comparison().unseenBefore().size()),
            items(review.comparison().unseenBefore(), Matter.UNSEEN), "\n" + FOLDED);
        page.add(folding("What was not seen, and what is worth knowing"), notices(review), FOLDED);
        return page.text();
    }

    private static String head(Review review, ReviewWords words) {
        return MARKER + "\n## Plumbline: " + words.heading() + "\n\nFrom " + name(review.base()) + " to "
            + name(review.head()) + ".\n\n";
    }

    private static String name(String revision) {
        return MarkdownText.code(Prose.cut(Portable.revision(revision), LONGEST_NAME));
    }

    /** The findings that matter, each with its proof and what to do. */
    private List<Part> first(Review review, ReviewWords words) {
        SourceTexts texts = new SourceTexts(review.report().text());
        List<Part> parts = new ArrayList<>();
        int number = 0;
        for (Introduced one : words.introduced().subList(0, Math.min(THAT_MATTER, words.introduced().size()))) {
            number++;
            Finding finding = one.finding();
            parts.add(new Part(Matter.FINDING, "**" + number + ". " + JsonText.word(finding.severity()) + "** "
                + says(finding, words.remark(one)) + "\n\n"));
            parts.add(new Part(Matter.PROOF, folding("Code and trace") + proof(finding, texts) + FOLDED));
            review.report().catalog().find(finding.rule())
                .ifPresent(rule -> parts.add(new Part(Matter.ADVICE, advice(rule.info()))));
        }
        return parts;
    }

    private String proof(Finding finding, SourceTexts texts) {
        List<String> lines = frames.frames(finding, texts);
        List<String> shown = lines.size() <= MOST_LINES ? lines : lines.subList(0, MOST_LINES);
        StringBuilder proof = new StringBuilder(MarkdownText.fenced("java", shown)).append("\n");
        List<Step> trace = finding.trace();
        for (int i = 0; i < trace.size(); i++) {
            boolean isLast = i == trace.size() - 1;
            if (i < MOST_STEPS - 1 || isLast) {
                proof.append(isLast && i >= MOST_STEPS ? "\nand after more of the like:\n\n" : "")
                    .append(i + 1).append(". ").append(place(trace.get(i).place())).append(": ")
                    .append(MarkdownText.prose(trace.get(i).what())).append("\n");
            }
        }
        return proof.append(trace.isEmpty() ? "" : "\n").toString();
    }

    private static String advice(RuleInfo rule) {
        return "**Why:** " + MarkdownText.prose(Prose.firstSentence(rule.why())) + "<br>\n**Instead:** "
            + MarkdownText.prose(Prose.firstSentence(rule.instead())) + "\n\n";
    }

    private static List<Part> sentences(Review review) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Matter.ARITHMETIC, MarkdownText.prose(review.score().sentence()) + "\n\n"));
        int unmeasured = review.score().unmeasured().size();
        if (!review.score().isWithheld() && unmeasured > 0) {
            parts.add(new Part(Matter.ARITHMETIC, "Beside these, " + unmeasured + " introduced by rules that nobody has"
                + " measured on people's changes yet; they are in no ratio.\n\n"));
        }
        return parts;
    }

    private static List<Part> ratios(Review review) {
        List<Part> rows = new ArrayList<>();
        review.score().total().ifPresent(total -> rows.add(row("**all packs**", total)));
        review.score().byPack().forEach((pack, ratio) -> rows.add(row(MarkdownText.prose(pack), ratio)));
        return rows;
    }

    private static Part row(String name, Ratio ratio) {
        return new Part(Matter.ARITHMETIC, String.format(Locale.ROOT,
            "| %s | %d | %s | %.1f | %.1f to %.1f | %.0f %% | %.0f %% |\n", name, ratio.introduced(),
            new BigDecimal(ratio.expected()).round(TWO_DIGITS).toPlainString(), ratio.mean(), ratio.low(), ratio.high(),
            ratio.worse() * 100, ratio.beyond() * 100));
    }

    private static List<Part> notices(Review review) {
        List<String> lines = new NoticeLines(
            review.report().notices().stream().map(Portable::notice).toList(), Paint.NONE).lines();
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> shown = new ArrayList<>(lines.subList(1, Math.min(lines.size(), MOST_LINES)));
        if (lines.size() > MOST_LINES) {
            shown.add("and " + (lines.size() - MOST_LINES) + " more lines");
        }
        return List.of(new Part(Matter.NOTICE, MarkdownText.fenced("text", shown) + "\n"));
    }

    private static List<Part> items(Matter matter, List<String> sentences) {
        return sentences.stream().map(sentence -> new Part(matter, MarkdownText.item(sentence))).toList();
    }

    private static List<Part> items(List<Finding> findings, Matter matter) {
        return findings.stream().map(finding -> new Part(matter, item(finding, ""))).toList();
    }

    private static String item(Finding finding, String remark) {
        return "- " + says(finding, remark) + "\n";
    }

    private static String item(Debt debt) {
        return "- " + place(debt.place()) + ": " + MarkdownText.prose(debt.sentence()) + "\n";
    }

    private static String says(Finding finding, String remark) {
        return place(finding.place()) + " " + MarkdownText.code(finding.rule()) + ": "
            + MarkdownText.prose(finding.message()) + (remark.isEmpty() ? "" : " (" + remark + ")");
    }

    private static String place(Place place) {
        return MarkdownText.code(place.path() + ":" + place.line());
    }

    private static String folding(String title) {
        return "<details><summary>" + title + "</summary>\n\n";
    }
}
