package dev.plumbline.engine;

import dev.plumbline.finding.Finding;
import dev.plumbline.verdict.Comparison;
import dev.plumbline.verdict.Exposure;
import dev.plumbline.verdict.Gate;
import dev.plumbline.verdict.Score;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * What a change did to the findings of a program, and how that is judged.
 *
 * @param report of head; its findings are those that the change introduced, hidden ones among them
 * @param comparison of the findings of both revisions, without what the policy of base accepts
 * @param debts what the change adds so that less is found
 * @param hidden introduced findings that the change itself asks to be silent about; they count all the same
 * @param base the name of the revision before
 * @param head the name of the revision after
 * @param exposure changed lines of code
 * @param changedLines lines of head that the change added, edited or moved, by path; what a host shows of a change
 * @param others what other tools found on changed lines of head; in no comparison, no score and no gate
 * @param against which people's changes it was held against, and what to know of them, in sentences
 */
public record Review(Report report, Comparison comparison, Score score, Gate.Decision decision, List<Debt> debts,
        List<Finding> hidden, String base, String head, Exposure exposure,
        SortedMap<String, SortedSet<Integer>> changedLines, List<Finding> others, List<String> against) {

    /** No other tool was asked. */
    public Review(Report report, Comparison comparison, Score score, Gate.Decision decision, List<Debt> debts,
            List<Finding> hidden, String base, String head, Exposure exposure,
            SortedMap<String, SortedSet<Integer>> changedLines, List<String> against) {
        this(report, comparison, score, decision, debts, hidden, base, head, exposure, changedLines, List.of(),
            against);
    }

    /** Judges a change; see the steps of {@link Reviewing}. */
    public static Review of(ReviewRequest request) {
        return of(request, List.of());
    }

    /** The same, and what other tools say of the changed lines. */
    public static Review of(ReviewRequest request, List<FindingSource> sources) {
        return new Reviewing(request, sources).run();
    }

    /** Whether the change fails the gate. */
    public boolean hasFailed() {
        return decision.outcome() == Gate.Outcome.FAILED;
    }

    /**
     * Whether the change has code, but too little of it was analysed for a score. A change without a line of code has
     * nothing that could be withheld: it passes, and the heading says why.
     */
    public boolean isWithheld() {
        return decision.outcome() == Gate.Outcome.WITHHELD && exposure.analysed() + exposure.unanalysed() > 0;
    }

    /** The report with what other tools found on changed lines, for hosts that know findings and no verdicts. */
    public Report withOthers() {
        List<Finding> all = Stream.concat(report.findings().stream(), others.stream()).sorted().toList();
        return report.with(all, report.suppressed(), report.notices());
    }
}
