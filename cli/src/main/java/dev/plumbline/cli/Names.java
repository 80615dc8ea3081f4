package dev.plumbline.cli;

import dev.plumbline.finding.UsageException;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import java.util.List;

/** Names of rules and packs as users write them. */
final class Names {

    private final RuleCatalog catalog;

    Names(RuleCatalog catalog) {
        this.catalog = catalog;
    }

    /** @throws UsageException naming what may have been meant */
    RuleCard rule(String id) {
        List<String> ids = catalog.rules().stream().map(RuleCard::id).toList();
        return catalog.find(id).orElseThrow(() -> unknown("rule", id, ids));
    }

    void check(List<String> rules, List<String> packs) {
        rules.forEach(this::rule);
        for (String pack : packs) {
            if (!catalog.packs().contains(pack)) {
                throw unknown("pack", pack, catalog.packs());
            }
        }
    }

    private static UsageException unknown(String what, String wrong, List<String> names) {
        List<String> near = NearMatches.of(wrong, names);
        String hint = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        return new UsageException("There is no " + what + " " + wrong
            + (near.isEmpty() ? "; `plumbline rules` lists them." : hint + " `plumbline rules` lists all."));
    }
}
