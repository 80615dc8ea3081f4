package dev.plumbline.verdict;

import dev.plumbline.verdict.Dispersion.Observed;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How often people's changes introduce a finding, per 1,000 lines of code, on one layer and with the rules of a scan.
 *
 * @param byRule of the rules that were measured, also those that found nothing
 * @param byPack the sums over the rules of a pack
 * @param total the sum over all of them
 * @param dispersion how the changes vary around the total
 * @param unmeasured rules of the scan that nobody has run over people's changes on this layer
 */
public record HumanRates(SortedMap<String, Double> byRule, SortedMap<String, Double> byPack, double total,
        Dispersion dispersion, SortedSet<String> unmeasured) {

    static final double KLOC = 1000;

    public HumanRates {
        byRule = Collections.unmodifiableSortedMap(new TreeMap<>(byRule));
        byPack = Collections.unmodifiableSortedMap(new TreeMap<>(byPack));
        unmeasured = Collections.unmodifiableSortedSet(new TreeSet<>(unmeasured));
    }

    /** @param packOf the pack of a rule */
    public static HumanRates of(HumanChanges ledger, String layer, Set<String> rules,
            Function<String, String> packOf) {
        List<HumanChange> changes = ledger.changes(layer);
        double kloc = changes.stream().mapToLong(HumanChange::lines).sum() / KLOC;
        SortedSet<String> measured = new TreeSet<>(kloc > 0 ? ledger.measured(layer).keySet() : Set.of());
        measured.retainAll(rules);
        SortedSet<String> unmeasured = new TreeSet<>(rules);
        unmeasured.removeAll(measured);
        SortedMap<String, Double> byRule = new TreeMap<>();
        SortedMap<String, Double> byPack = new TreeMap<>();
        for (String rule : measured) {
            double rate = changes.stream().mapToLong(change -> count(change, rule)).sum() / kloc;
            byRule.put(rule, rate);
            byPack.merge(packOf.apply(rule), rate, Double::sum);
        }
        double total = byRule.values().stream().mapToDouble(rate -> rate).sum();
        List<Observed> observed = changes.stream()
            .map(change -> new Observed(measured.stream().mapToInt(rule -> count(change, rule)).sum(),
                total * change.lines() / KLOC))
            .toList();
        return new HumanRates(byRule, byPack, total, Dispersion.fit(observed), unmeasured);
    }

    private static int count(HumanChange change, String rule) {
        return change.introduced().getOrDefault(rule, 0);
    }
}
