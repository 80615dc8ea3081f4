package dev.plumbline.rule;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Step;
import java.util.List;

/** Where a rule puts what it finds. Rule, severity and confidence come from the rule's {@link RuleInfo}. */
public interface Sink {

    /** @param message what is wrong, in one sentence without the reason: the reason is in {@link RuleInfo#why} */
    default void report(Place place, String message, Step... trace) {
        report(place, message, List.of(trace));
    }

    void report(Place place, String message, List<Step> trace);

    /** The same sink for findings the rule is less sure of. */
    Sink with(Confidence confidence);
}
