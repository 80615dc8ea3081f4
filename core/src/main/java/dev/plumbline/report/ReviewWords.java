package dev.plumbline.report;

import dev.plumbline.engine.Review;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.OtherTool;
import dev.plumbline.verdict.Introduced;
import dev.plumbline.verdict.Ratio;
import dev.plumbline.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all writers say of a judged change in the same words. */
final class ReviewWords {

    private static final Comparator<Introduced> BY_WEIGHT = Comparator
        .comparing((Introduced one) -> one.finding().severity(), Comparator.reverseOrder())
        .thenComparing(one -> one.finding().confidence(), Comparator.reverseOrder())
        .thenComparing(Comparator.naturalOrder());

    /** Where the published ratio comes from. */
    static final String SOURCE = """
        1.7x is the published ratio of issues in AI-written to human pull requests (CodeRabbit, State of AI vs Human \
        Code Generation, December 2025); its counts are another tool's, only the ratio is used.""";

    private final Review review;
    private final Set<Finding> hidden;

    ReviewWords(Review review) {
        this.review = review;
        this.hidden = review.hidden().stream().collect(Collectors.toSet());
    }

    /** The verdict in one line. */
    String heading() {
        return switch (review.decision().outcome()) {
            case PASSED -> "Passed: " + standing();
            case FAILED -> "Failed: " + standing();
            case WITHHELD -> isEmpty()
                ? "Nothing to score: no line of main Java code was added or edited"
                : "Withheld: no score would be fair";
        };
    }

    /** Whether the change has no line that could have been scored. */
    boolean isEmpty() {
        return review.exposure().analysed() + review.exposure().unanalysed() == 0;
    }

    private String standing() {
        String found = switch (review.comparison().introduced().size()) {
            case 0 -> "nothing introduced";
            case 1 -> "1 finding introduced";
            default -> review.comparison().introduced().size() + " findings introduced";
        };
        return found + switch (review.score().verdict()) {
            case WITHHELD -> ", score withheld";
            case LIKE_HUMAN -> ", like a human change";
            case ABOVE_HUMAN -> ", above a human change";
            case BEYOND_AI -> ", beyond what AI-written changes are known for";
        };
    }

    /** Why the change did not pass, as far as the arithmetic does not say it already. */
    List<String> reasons() {
        return review.decision().reasons().stream()
            .filter(reason -> !reason.equals(review.score().sentence()))
            .toList();
    }

    /** Introduced findings, the gravest first. */
    List<Introduced> introduced() {
        return review.comparison().introduced().stream().sorted(BY_WEIGHT).toList();
    }

    /** What has to be said of where a finding stands; empty when it is on a changed line for all to see. */
    String remark(Introduced one) {
        String where = switch (one.where()) {
            case CHANGED_LINE -> "";
            case CHANGED_METHOD -> "on an unchanged line of a changed method";
            case ELSEWHERE -> "in code that the change did not touch";
        };
        return hidden.contains(one.finding()) ? where + (where.isEmpty() ? "" : "; ") + "the change asks for silence"
            : where;
    }

    /** The ratio with its interval, for people. */
    static String ratio(Ratio ratio) {
        return String.format(Locale.ROOT, "%.1f (90 %% interval %.1f to %.1f; above 1: %.0f %%, above 1.7: %.0f %%)",
            ratio.mean(), ratio.low(), ratio.high(), ratio.worse() * 100, ratio.beyond() * 100);
    }

    /** Which people's changes the ratio is a ratio to, and what else to read it with; nothing when there is none. */
    List<String> readWith() {
        return isScored() ? Stream.concat(review.against().stream(), review.score().caveats().stream()).toList()
            : List.of();
    }

    /** What stands above what other tools found. */
    String othersTitle() {
        return "Also found by " + tools() + " (changed lines only, not part of the score)";
    }

    /** That other tools were asked and had nothing to say; empty when none was asked. */
    List<String> othersSilence() {
        return review.report().tools().isEmpty() || !review.others().isEmpty() ? List.of()
            : List.of("Nothing was found by " + tools() + " on changed lines.");
    }

    private String tools() {
        return review.report().tools().stream().map(OtherTool::title).collect(Collectors.joining(", "));
    }

    boolean isScored() {
        return review.score().verdict() != Verdict.WITHHELD;
    }
}
