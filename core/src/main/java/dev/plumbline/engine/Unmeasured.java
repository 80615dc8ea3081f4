package dev.plumbline.engine;

import dev.plumbline.rule.RuleCard;
import dev.plumbline.settings.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules that the settings turned into others than those that were run over people's changes: by their options, or
 * because they did not see all of the change. To hold them against what people's changes introduce would be wrong;
 * most often it would make the change look better than it is.
 *
 * @param byOptions ids, in order
 * @param byPaths ids, in order
 */
record Unmeasured(List<String> byOptions, List<String> byPaths) {

    /** @param files that the change touched */
    static Unmeasured of(Selection selection, Collection<Path> files) {
        List<String> byOptions = selection.rules().stream().filter(card -> !card.isAsMeasured()).map(RuleCard::id)
            .toList();
        List<String> byPaths = selection.rules().stream().map(RuleCard::id)
            .filter(id -> !byOptions.contains(id))
            .filter(id -> files.stream().anyMatch(file -> !selection.isOn(id, file)))
            .toList();
        return new Unmeasured(byOptions, byPaths);
    }

    /** Those that take part in the score. */
    Set<String> others(List<String> ids) {
        Set<String> others = new LinkedHashSet<>(ids);
        byOptions.forEach(others::remove);
        byPaths.forEach(others::remove);
        return Set.copyOf(others);
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (!byOptions.isEmpty()) {
            sentences.add("Not in the ratio, for they were measured with other options: "
                + String.join(", ", byOptions) + ".");
        }
        if (!byPaths.isEmpty()) {
            sentences.add("Not in the ratio, for the settings turn them off for a part of the change: "
                + String.join(", ", byPaths) + ".");
        }
        return sentences;
    }
}
