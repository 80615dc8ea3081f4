package dev.plumbline.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The ledger of changes that people wrote: how large each was and what it introduced, so that a new change can be
 * held against them. {@link LedgerText} is its form on disk.
 *
 * @param rules which rules were measured, by layer and id
 * @param changes by layer and name
 */
public record HumanChanges(List<MeasuredRule> rules, List<HumanChange> changes) {

    /** Analysed with the bytecode of a build. */
    public static final String CLASSES = "classes";

    /** Compiled in memory from the source alone. */
    public static final String MEMORY = "memory";

    public HumanChanges {
        rules = rules.stream().sorted().toList();
        changes = changes.stream().sorted().toList();
        checkOnce(rules, MeasuredRule::id);
        checkOnce(changes, HumanChange::change);
        Set<String> measured = rules.stream().map(rule -> rule.layer() + " " + rule.id()).collect(Collectors.toSet());
        for (HumanChange change : changes) {
            for (String rule : change.introduced().keySet()) {
                check(measured.contains(change.layer() + " " + rule), "`" + change.change() + "` counts the rule `"
                    + rule + "`, which was not measured for " + change.layer());
            }
        }
    }

    /** The rules measured on a layer, each with its digest. */
    public SortedMap<String, String> measured(String layer) {
        SortedMap<String, String> measured = new TreeMap<>();
        rules.stream().filter(rule -> rule.layer().equals(layer))
            .forEach(rule -> measured.put(rule.id(), rule.digest()));
        return Collections.unmodifiableSortedMap(measured);
    }

    public List<HumanChange> changes(String layer) {
        return changes.stream().filter(change -> change.layer().equals(layer)).toList();
    }

    static void checkLayer(String layer) {
        check(layer.equals(CLASSES) || layer.equals(MEMORY),
            "`" + layer + "` is not a layer; there are `" + CLASSES + "` and `" + MEMORY + "`");
    }

    static void checkRule(String id) {
        checkField(id, "[^\\p{Cntrl}\\s=]+", "id of a rule");
    }

    static void checkField(String text, String pattern, String what) {
        check(text.matches(pattern), "`" + text + "` can not be the " + what);
    }

    private static <T extends Comparable<T>> void checkOnce(List<T> sorted, Function<T, String> name) {
        for (int i = 1; i < sorted.size(); i++) {
            check(sorted.get(i - 1).compareTo(sorted.get(i)) != 0,
                "`" + name.apply(sorted.get(i)) + "` is there twice for one layer");
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
