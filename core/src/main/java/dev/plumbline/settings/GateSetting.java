package dev.plumbline.settings;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Severity;
import dev.plumbline.verdict.Gate;
import java.util.Optional;

/** What the settings say of the gate; where they say nothing, it is the standard one. */
public record GateSetting(Optional<Severity> severity, Optional<Confidence> confidence,
        Optional<Boolean> failBeyondAi) {

    static GateSetting none() {
        return new GateSetting(Optional.empty(), Optional.empty(), Optional.empty());
    }

    GateSetting over(GateSetting other) {
        return new GateSetting(severity.or(other::severity), confidence.or(other::confidence),
            failBeyondAi.or(other::failBeyondAi));
    }

    Gate gate() {
        Gate standard = Gate.standard();
        return new Gate(severity.orElse(standard.severity()), confidence.orElse(standard.confidence()),
            failBeyondAi.orElse(standard.failBeyondAi()));
    }
}
