package dev.plumbline.report;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Review;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.verdict.Introduced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a report fits into a SARIF run that GitHub accepts, and a notice for each thing that does not.
 *
 * @param results sorted by place
 */
record SarifSelection(List<Result> results, List<Notice> notices) {

    /** What GitHub accepts in a run. */
    static final int MOST_RESULTS = 25_000;

    /**
     * A finding on its way out.
     *
     * @param hidden why it is not shown, if it is not
     * @param sight how a change brought it in; empty for a scan, which knows of no change
     */
    record Result(Finding finding, Optional<Hidden> hidden, Optional<Sight> sight) {

        private static Result shown(Finding finding) {
            return new Result(finding, Optional.empty(), Optional.empty());
        }

        private static Result hidden(Finding finding, String kind, String reason) {
            return new Result(finding, Optional.of(new Hidden(kind, reason)), Optional.empty());
        }
    }

    /**
     * Why a finding is not shown.
     *
     * @param kind where that was asked for, in the words of the standard
     */
    record Hidden(String kind, String reason) {
    }

    private static final Comparator<Result> BY_PLACE = Comparator.comparing(Result::finding)
        .thenComparing(result -> result.hidden().map(Hidden::reason).orElse(""));
    private static final Comparator<Result> BY_WEIGHT = Comparator
        .comparing((Result result) -> result.hidden().isPresent())
        .thenComparing(result -> result.finding().severity(), Comparator.reverseOrder())
        .thenComparing(BY_PLACE);

    static SarifSelection of(Report report, boolean withSuppressed) {
        List<Result> all = new ArrayList<>();
        report.findings().forEach(finding -> all.add(Result.shown(finding)));
        if (withSuppressed) {
            report.suppressed().forEach(each -> all.add(Result.hidden(each.finding(), "inSource", each.reason())));
            report.known().forEach(finding -> all.add(
                Result.hidden(finding, "external", "covered by the baseline file")));
        }
        return of(report, all);
    }

    static SarifSelection of(Review review) {
        Sights sights = new Sights(review);
        Stream<Introduced> others = review.others().stream()
            .map(finding -> new Introduced(finding, Introduced.Where.CHANGED_LINE));
        return of(review.report(), Stream.concat(review.comparison().introduced().stream(), others)
            .map(one -> new Result(one.finding(), Optional.empty(), Optional.of(sights.of(one))))
            .toList());
    }

    private static SarifSelection of(Report report, List<Result> all) {
        List<Notice> notices = new ArrayList<>(report.notices());
        List<Result> inside = all.stream()
            .filter(result -> Portable.uri(result.finding().place()).isPresent())
            .toList();
        if (inside.size() < all.size()) {
            notices.add(Notice.incomplete("sarif-outside-root", grouped(all.size() - inside.size()) + " of "
                + grouped(all.size()) + " results are left out: they lie outside of the root of the scan, where SARIF"
                + " cannot point. Scan from a folder above them, or read the JSON format."));
        }
        if (inside.size() > MOST_RESULTS) {
            notices.add(Notice.incomplete("sarif-limit", "The first " + grouped(MOST_RESULTS) + " of "
                + grouped(inside.size()) + " results are here, the most severe ones, because GitHub accepts no more;"
                + " the JSON format has all of them."));
        }
        List<Result> kept = inside.stream().sorted(BY_WEIGHT).limit(MOST_RESULTS).sorted(BY_PLACE).toList();
        kept.stream().map(Result::finding).flatMap(SarifSelection::cutTrace).forEach(notices::add);
        return new SarifSelection(kept, notices.stream().map(Portable::notice).sorted().toList());
    }

    private static Stream<Notice> cutTrace(Finding finding) {
        int steps = finding.trace().size();
        if (steps <= SarifResults.MOST_STEPS) {
            return Stream.empty();
        }
        return Stream.of(Notice.incomplete("sarif-limit", finding.place().path(), "The trace of " + finding.rule()
            + " in " + finding.place().path() + " line " + finding.place().line() + " is cut to "
            + grouped(SarifResults.MOST_STEPS) + " of its " + grouped(steps) + " steps, because GitHub shows no more;"
            + " the JSON format has all of them."));
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
