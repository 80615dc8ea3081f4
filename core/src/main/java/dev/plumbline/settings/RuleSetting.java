package dev.plumbline.settings;

import dev.plumbline.finding.Severity;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the settings say of one rule; what they do not say stays as it is.
 *
 * @param options values by option, as {@link dev.plumbline.rule.OptionType} writes them
 */
public record RuleSetting(Optional<Boolean> enabled, Optional<Severity> severity, SortedMap<String, String> options) {

    public RuleSetting {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    static RuleSetting none() {
        return new RuleSetting(Optional.empty(), Optional.empty(), new TreeMap<>());
    }

    /** What this says, and where it says nothing, what another says. */
    RuleSetting over(RuleSetting other) {
        SortedMap<String, String> all = new TreeMap<>(other.options);
        all.putAll(options);
        return new RuleSetting(enabled.or(other::enabled), severity.or(other::severity), all);
    }
}
