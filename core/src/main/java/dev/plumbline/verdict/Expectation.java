package dev.plumbline.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a human change of some exposure introduces. A rule takes part only if it was measured on every layer the change
 * has lines on: what is counted and what is expected are then about the same rules and the same lines.
 *
 * @param rules that take part
 * @param byPack findings expected, packs with none left out
 * @param all findings expected from all of them
 * @param shape of the layers' dispersions the mean, weighted by the lines on each
 */
record Expectation(SortedSet<String> rules, SortedMap<String, Double> byPack, double all, double shape,
        List<String> caveats) {

    private static final double TAME = 10;

    Expectation {
        rules = Collections.unmodifiableSortedSet(new TreeSet<>(rules));
        byPack = Collections.unmodifiableSortedMap(new TreeMap<>(byPack));
        caveats = List.copyOf(caveats);
    }

    static Expectation of(Exposure exposure, HumanChanges people, Set<String> rules,
            Function<String, String> packOf) {
        SortedSet<String> measured = new TreeSet<>(rules);
        exposure.lines().keySet()
            .forEach(layer -> measured.removeAll(HumanRates.of(people, layer, rules, packOf).unmeasured()));
        SortedMap<String, Double> byPack = new TreeMap<>();
        List<String> caveats = new ArrayList<>();
        double all = 0;
        double shapes = 0;
        for (Map.Entry<String, Integer> layer : exposure.lines().entrySet()) {
            HumanRates rates = HumanRates.of(people, layer.getKey(), measured, packOf);
            double kloc = layer.getValue() / HumanRates.KLOC;
            rates.byPack().forEach((pack, rate) -> byPack.merge(pack, rate * kloc, Double::sum));
            all += rates.total() * kloc;
            shapes += shape(layer.getKey(), rates, people, measured, packOf) * layer.getValue();
            if (rates.dispersion().likeChance()) {
                caveats.add("The human changes measured with " + layer.getKey() + " are too few, or too alike, to tell"
                    + " how much people's changes vary; that was taken from elsewhere.");
            }
        }
        byPack.values().removeIf(expected -> expected == 0);
        return new Expectation(measured, byPack, all, shapes / Math.max(1, exposure.analysed()), caveats);
    }

    /**
     * Changes that do not tell how much they vary would hold every ratio at 1. People vary on one layer as they do on
     * the other; and where neither tells, as much as little varying ones do.
     */
    private static double shape(String layer, HumanRates rates, HumanChanges people, Set<String> rules,
            Function<String, String> packOf) {
        if (!rates.dispersion().likeChance()) {
            return rates.dispersion().shape();
        }
        String other = layer.equals(HumanChanges.CLASSES) ? HumanChanges.MEMORY : HumanChanges.CLASSES;
        Dispersion elsewhere = HumanRates.of(people, other, rules, packOf).dispersion();
        return elsewhere.likeChance() ? TAME : elsewhere.shape();
    }

    Ratio total(int introduced) {
        return Ratio.of(introduced, all, shape);
    }

    Ratio pack(String pack, int introduced) {
        return Ratio.of(introduced, byPack.get(pack), shape);
    }

    Optional<String> reasonToWithhold() {
        if (all > 0) {
            return Optional.empty();
        }
        return Optional.of(rules.isEmpty()
            ? "None of the rules of this scan was measured on people's changes; there is nothing to compare with."
            : "In people's changes the rules of this scan found nothing; there is nothing to compare with.");
    }
}
