package dev.plumbline.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The people's changes that a change is held against: the team's own where they are enough, else those and the shipped
 * ones together. Chosen for each layer, since a change is only ever held against the like of it.
 *
 * @param people the ledger to use
 * @param own how many changes of the team are used, by layer that it was measured on
 * @param shipped layers on which shipped changes are used
 * @param stale rules of the scan that the team's changes were not measured with
 */
public record Yardstick(HumanChanges people, SortedMap<String, Integer> own, Set<String> shipped,
        List<String> stale) {

    /** Fewer lines, or fewer findings, say too little of how a team writes. */
    static final long ENOUGH_LINES = 50_000;
    static final long ENOUGH_FINDINGS = 20;

    public Yardstick {
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
        shipped = Collections.unmodifiableSet(new TreeSet<>(shipped));
        stale = List.copyOf(stale);
    }

    /** Nothing to be held against. */
    public static Yardstick none() {
        return shipped(new HumanChanges(List.of(), List.of()));
    }

    /** The changes that Plumbline ships. */
    public static Yardstick shipped(HumanChanges shipped) {
        return new Yardstick(shipped, new TreeMap<>(), layers(shipped), List.of());
    }

    /**
     * @param shipped the changes that Plumbline ships
     * @param team the changes of the team, as measured some time ago
     * @param digests of the rules that run, by id
     */
    public static Yardstick of(HumanChanges shipped, HumanChanges team, Map<String, String> digests) {
        HumanChanges current = current(team, digests);
        List<MeasuredRule> rules = new ArrayList<>();
        List<HumanChange> changes = new ArrayList<>();
        SortedMap<String, Integer> own = new TreeMap<>();
        Set<String> others = new TreeSet<>();
        for (String layer : List.of(HumanChanges.CLASSES, HumanChanges.MEMORY)) {
            HumanChanges mine = of(layer, current);
            HumanChanges theirs = of(layer, shipped);
            boolean hasMine = !mine.rules().isEmpty() && !mine.changes().isEmpty();
            HumanChanges chosen = !hasMine ? theirs : isEnough(mine) || theirs.changes().isEmpty() ? mine
                : pooled(mine, theirs);
            rules.addAll(chosen.rules());
            changes.addAll(chosen.changes());
            if (!team.changes(layer).isEmpty()) {
                own.put(layer, hasMine ? mine.changes().size() : 0);
            }
            if (!chosen.changes().isEmpty() && chosen != mine) {
                others.add(layer);
            }
        }
        return new Yardstick(new HumanChanges(rules, changes), own, others, stale(team, digests));
    }

    /** Which changes these are, for a change with lines on some layers, in one sentence. */
    public String sentence(Exposure exposure) {
        Set<String> layers = exposure.lines().isEmpty() ? layers(people) : exposure.lines().keySet();
        int team = layers.stream().mapToInt(layer -> own.getOrDefault(layer, 0)).sum();
        boolean others = layers.stream().anyMatch(shipped::contains);
        if (team == 0) {
            boolean without = !own.isEmpty() && layers.stream().noneMatch(own::containsKey);
            return others ? "Measured against the shipped human changes" + (without
                ? ": those of this team were measured without class files, this change with them." : ".") : "";
        }
        return "Measured against " + team + (team == 1 ? " change" : " changes") + " of this team"
            + (others ? " and the shipped human changes." : ".");
    }

    /** Sentences to read a ratio with. */
    public List<String> caveats(Exposure exposure) {
        boolean concerned = exposure.lines().keySet().stream().anyMatch(own::containsKey);
        return !concerned || stale.isEmpty() ? List.of() : List.of((stale.size() == 1 ? "One rule is"
            : stale.size() + " rules are") + " not what this team's changes were measured with ("
            + String.join(", ", stale) + "); run `plumbline calibrate` to measure them again.");
    }

    private static Set<String> layers(HumanChanges ledger) {
        return ledger.changes().stream().map(HumanChange::layer).collect(Collectors.toCollection(TreeSet::new));
    }

    private static HumanChanges of(String layer, HumanChanges ledger) {
        return new HumanChanges(ledger.rules().stream().filter(rule -> rule.layer().equals(layer)).toList(),
            ledger.changes(layer));
    }

    private static boolean isEnough(HumanChanges ledger) {
        return ledger.changes().stream().mapToLong(HumanChange::lines).sum() >= ENOUGH_LINES
            && ledger.changes().stream().flatMap(change -> change.introduced().values().stream())
                .mapToLong(count -> count).sum() >= ENOUGH_FINDINGS;
    }

    /** What was measured of rules as they are now. */
    private static HumanChanges current(HumanChanges team, Map<String, String> digests) {
        return only(team.rules().stream().filter(rule -> isCurrent(rule, digests)).toList(), team.changes());
    }

    private static boolean isCurrent(MeasuredRule rule, Map<String, String> digests) {
        return rule.digest().equals(digests.get(rule.id()));
    }

    /** A rule that only one of the two was measured with would seem rarer than it is. */
    private static HumanChanges pooled(HumanChanges mine, HumanChanges theirs) {
        Set<MeasuredRule> common = new TreeSet<>(mine.rules());
        common.retainAll(new TreeSet<>(theirs.rules()));
        Set<String> names = mine.changes().stream().map(HumanChange::change).collect(Collectors.toSet());
        return only(List.copyOf(common), Stream.concat(mine.changes().stream(),
            theirs.changes().stream().filter(change -> !names.contains(change.change()))).toList());
    }

    private static HumanChanges only(List<MeasuredRule> rules, List<HumanChange> changes) {
        Set<String> ids = rules.stream().map(rule -> rule.layer() + " " + rule.id()).collect(Collectors.toSet());
        return new HumanChanges(rules, changes.stream().map(change -> {
            SortedMap<String, Integer> counts = new TreeMap<>(change.introduced());
            counts.keySet().removeIf(rule -> !ids.contains(change.layer() + " " + rule));
            return new HumanChange(change.layer(), change.change(), change.lines(), counts);
        }).toList());
    }

    /** Changed since, or new. */
    private static List<String> stale(HumanChanges team, Map<String, String> digests) {
        Set<String> current = team.rules().stream().filter(rule -> isCurrent(rule, digests)).map(MeasuredRule::id)
            .collect(Collectors.toSet());
        return digests.keySet().stream().filter(id -> !current.contains(id)).sorted().toList();
    }
}
