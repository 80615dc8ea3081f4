package dev.plumbline.rules.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleDigest;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The measured changes belong to the rules as they are, and are as many as the documentation says. */
class ShippedChangesTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void everyRuleIsTheOneThatWasMeasured() {
        for (String layer : List.of(HumanChanges.CLASSES, HumanChanges.MEMORY)) {
            SortedMap<String, String> measured = ShippedChanges.read().measured(layer);
            List<String> changed = RuleCatalog.installed().rules().stream()
                .filter(card -> !RuleDigest.of(card, SOURCES).equals(measured.get(card.id())))
                .map(RuleCard::id)
                .toList();
            assertEquals(List.of(), changed, "these rules have changed since people's changes were measured with "
                + layer + "; measure them anew with `bench/human-releases` and `bench/people` (docs/baseline.md)");
        }
    }

    @Test
    void librariesOfManyKindsWereMeasuredWithTheirClasses() {
        List<HumanChange> releases = ShippedChanges.read().changes(HumanChanges.CLASSES);
        long libraries = releases.stream().map(change -> change.change().split(" ")[0]).distinct().count();
        int lines = releases.stream().mapToInt(HumanChange::lines).sum();
        assertTrue(libraries >= 15, libraries + " libraries");
        assertTrue(lines >= 300_000, lines + " lines");
    }
}
