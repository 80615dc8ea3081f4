package dev.plumbline.rule;

import dev.plumbline.finding.UsageException;
import java.util.List;

/** Names of rules and packs as users write them. */
public final class RuleNames {

    private final RuleCatalog catalog;

    public RuleNames(RuleCatalog catalog) {
        this.catalog = catalog;
    }

    /** @throws UsageException naming what may have been meant */
    public RuleCard rule(String id) {
        List<String> ids = catalog.rules().stream().map(RuleCard::id).toList();
        return catalog.find(id).orElseThrow(() -> unknown("rule", id, ids));
    }

    /** @throws UsageException naming what may have been meant */
    public void check(List<String> rules, List<String> packs) {
        rules.forEach(this::rule);
        for (String pack : packs) {
            if (!catalog.packs().contains(pack)) {
                throw unknown("pack", pack, catalog.packs());
            }
        }
    }

    private static UsageException unknown(String what, String wrong, List<String> names) {
        String question = NearMatches.question(wrong, names);
        return new UsageException("There is no " + what + " " + wrong
            + (question.isEmpty() ? "; `plumbline rules` lists them." : question + " `plumbline rules` lists all."));
    }
}
