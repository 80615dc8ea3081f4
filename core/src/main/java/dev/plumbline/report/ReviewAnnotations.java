package dev.plumbline.report;

import dev.plumbline.engine.Review;
import dev.plumbline.finding.Severity;
import dev.plumbline.verdict.Introduced;

/** What a change introduced as annotations on the pull request, for GitHub's workflows. */
public final class ReviewAnnotations implements ReviewWriter {

    private ReviewAnnotations() {
    }

    public static ReviewAnnotations commands() {
        return new ReviewAnnotations();
    }

    @Override
    public String write(Review review) {
        ReviewWords words = new ReviewWords(review);
        Sights sights = new Sights(review);
        WorkflowCommands commands = new WorkflowCommands(review.report());
        Severity level = switch (review.decision().outcome()) {
            case FAILED -> Severity.ERROR;
            case WITHHELD -> words.isEmpty() ? Severity.NOTE : Severity.WARNING;
            case PASSED -> Severity.NOTE;
        };
        commands.add(level, words.heading() + ". " + review.score().sentence());
        if (review.report().isIncomplete()) {
            commands.add(Severity.WARNING, "Something was not analysed; the summary of the job says what.");
        }
        for (Introduced one : words.introduced()) {
            Sight sight = sights.of(one);
            commands.add(one.finding(), sight.shown(), sight.said(one.finding().message(), place -> place));
        }
        // Ours first; those of other tools get the room that is left.
        review.others().stream()
            .map(finding -> new Introduced(finding, Introduced.Where.CHANGED_LINE))
            .forEach(one -> commands.add(one.finding(), sights.of(one).shown(), one.finding().message()));
        return commands.text();
    }
}
