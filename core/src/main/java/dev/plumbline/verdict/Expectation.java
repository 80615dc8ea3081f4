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
            shapes += rates.dispersion().shape() * layer.getValue();
            if (rates.dispersion().likeChance()) {
                caveats.add("The human changes measured with " + layer.getKey() + " vary no more than chance makes"
                    + " them, or are too few to tell: the ratio stays near 1 whatever the change introduces.");
            }
        }
        byPack.values().removeIf(expected -> expected == 0);
        return new Expectation(measured, byPack, all, shapes / Math.max(1, exposure.analysed()), caveats);
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
