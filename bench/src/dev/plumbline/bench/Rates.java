package dev.plumbline.bench;

import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.HumanRates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints what the ledger of a checkout says of the default rules, as the tables of docs/baseline.md. */
final class Rates {

    private Rates() {
    }

    public static void main(String[] arguments) throws IOException {
        HumanChanges ledger = Ledger.of(Path.of(arguments[0]));
        RuleCatalog catalog = RuleCatalog.installed();
        Set<String> rules = catalog.rules().stream().filter(card -> !card.info().preview()).map(RuleCard::id)
            .collect(Collectors.toSet());
        for (String layer : List.of(HumanChanges.CLASSES, HumanChanges.MEMORY)) {
            List<HumanChange> changes = ledger.changes(layer);
            if (!changes.isEmpty()) {
                print(layer, changes, HumanRates.of(ledger, layer, rules,
                    rule -> catalog.find(rule).orElseThrow().pack()));
            }
        }
    }

    private static void print(String layer, List<HumanChange> changes, HumanRates rates) {
        int lines = changes.stream().mapToInt(HumanChange::lines).sum();
        System.out.printf(Locale.ROOT, "%s: %d changes, %,d lines, %.3f findings per 1,000 lines, k = %.3g%n%n", layer,
            changes.size(), lines, rates.total(), rates.dispersion().shape());
        System.out.println("| Rule | Findings | Per 1,000 lines |\n|---|---:|---:|");
        rates.byRule().forEach((rule, rate) -> {
            if (rate > 0) {
                System.out.printf(Locale.ROOT, "| `%s` | %.0f | %.4f |%n", rule, rate * lines / 1000, rate);
            }
        });
        System.out.println();
    }
}
