package dev.plumbline.settings;

import dev.plumbline.finding.UsageException;
import dev.plumbline.revision.Revision;
import dev.plumbline.rule.RuleCatalog;
import java.util.List;
import java.util.Optional;

/**
 * What a change does to the settings. None of it is in force for the change itself.
 *
 * @param weaker what would let less be found or more pass, one clause each: {@code rules.a was on, is off}
 * @param problem why the settings of the change can not be read, if they can not
 */
public record SettingsChange(List<String> weaker, Optional<String> problem) {

    public SettingsChange {
        weaker = List.copyOf(weaker);
    }

    public static SettingsChange none() {
        return new SettingsChange(List.of(), Optional.empty());
    }

    /**
     * @param before the settings of the revision before
     * @param head the revision after
     */
    public static SettingsChange between(ProjectSettings before, Revision head, RuleCatalog catalog) {
        try {
            return new SettingsChange(new Weakening(catalog, before, SettingsFile.of(head, catalog)).clauses(),
                Optional.empty());
        } catch (UsageException broken) {
            return new SettingsChange(List.of(), Optional.of(broken.getMessage()));
        }
    }
}
