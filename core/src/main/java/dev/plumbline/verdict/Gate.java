package dev.plumbline.verdict;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a change may pass.
 *
 * @param severity an introduced finding this severe or worse, and
 * @param confidence this sure or surer, fails the change whatever its score
 * @param failBeyondAi whether the verdict {@link Verdict#BEYOND_AI} fails it
 */
public record Gate(Severity severity, Confidence confidence, boolean failBeyondAi) {

    /** What the gate said, and why in sentences; no reasons when the change passed. */
    public record Decision(Outcome outcome, List<String> reasons) {

        public Decision {
            reasons = List.copyOf(reasons);
        }
    }

    /** May the change pass? */
    public enum Outcome {
        PASSED, FAILED,
        /** Nobody can say: there was no score. Never a pass by silence. */
        WITHHELD
    }

    /** Fails on sure errors, and on changes worse than the published ratio of AI-written ones. */
    public static Gate standard() {
        return new Gate(Severity.ERROR, Confidence.HIGH, true);
    }

    public Decision decide(Score score, Comparison comparison) {
        List<String> reasons = new ArrayList<>();
        comparison.introduced().stream().map(Introduced::finding).filter(this::isBarred)
            .map(Gate::sentence).forEach(reasons::add);
        if (failBeyondAi && score.verdict() == Verdict.BEYOND_AI) {
            reasons.add("More defects than even AI-written changes are known for: " + score.sentence());
        }
        if (!reasons.isEmpty()) {
            return new Decision(Outcome.FAILED, reasons);
        }
        return score.isWithheld()
            ? new Decision(Outcome.WITHHELD, List.of(score.sentence()))
            : new Decision(Outcome.PASSED, List.of());
    }

    private boolean isBarred(Finding finding) {
        return finding.severity().compareTo(severity) >= 0 && finding.confidence().compareTo(confidence) >= 0;
    }

    private static String sentence(Finding finding) {
        return finding.place().path() + ":" + finding.place().line() + " has a new "
            + finding.severity().name().toLowerCase(Locale.ROOT) + " of "
            + finding.confidence().name().toLowerCase(Locale.ROOT) + " confidence, " + finding.rule() + ": "
            + finding.message() + ".";
    }
}
