package dev.plumbline.history;

import dev.plumbline.engine.Version;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.verdict.HumanChanges;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which edition of each rule is running. The sources that a digest is made of are not at hand here, so it is the one
 * of the shipped ledger, which was measured with these very rules; other rules go by the version of Plumbline.
 */
public final class RuleDigests {

    /** By the rule's id. */
    public static SortedMap<String, String> of(RuleCatalog catalog, HumanChanges shipped) {
        SortedMap<String, String> known = new TreeMap<>(shipped.measured(HumanChanges.CLASSES));
        known.putAll(shipped.measured(HumanChanges.MEMORY));
        SortedMap<String, String> digests = new TreeMap<>();
        for (RuleCard card : catalog.rules()) {
            digests.put(card.id(), known.getOrDefault(card.id(), Version.current()));
        }
        return Collections.unmodifiableSortedMap(digests);
    }

    private RuleDigests() {
    }
}
