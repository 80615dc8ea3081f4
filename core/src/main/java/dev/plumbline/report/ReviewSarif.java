package dev.plumbline.report;

import dev.plumbline.engine.Review;

/**
 * What a change introduced as SARIF, and nothing else. Hosts show a result on a pull request only if it lies on changed
 * lines, so one that does not is shown on a changed line and links to where it is.
 */
public final class ReviewSarif implements ReviewWriter {

    private ReviewSarif() {
    }

    public static ReviewSarif indented() {
        return new ReviewSarif();
    }

    @Override
    public String write(Review review) {
        return SarifLog.of(review.report(), SarifSelection.of(review), "plumbline-pr");
    }
}
