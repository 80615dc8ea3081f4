package dev.plumbline.verdict;

import dev.plumbline.finding.Finding;
import dev.plumbline.verdict.Introduced.Where;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Recognises the findings of base at head, the surest {@link Likeness} first. Each likeness pairs as many as there are
 * on both sides, so that twins stay two, and those with the same message before others.
 */
public final class Matching {

    private final List<Finding> before;
    private final List<Finding> after;
    private final BitSet pairedBefore = new BitSet();
    private final BitSet pairedAfter = new BitSet();
    private final List<Comparison.Kept> kept = new ArrayList<>();

    private Matching(List<Finding> before, List<Finding> after) {
        this.before = before.stream().sorted().toList();
        this.after = after.stream().sorted().toList();
    }

    /**
     * @param inChangedMethod whether the change edited the method a finding of head is in
     * @param comparable whether base was analysed as well as head where a finding of head stands
     */
    public static Comparison of(List<Finding> before, List<Finding> after, Correspondence lines,
            Predicate<Finding> inChangedMethod, Predicate<Finding> comparable) {
        Matching matching = new Matching(before, after);
        for (Likeness likeness : Likeness.surestFirst(lines)) {
            matching.pair(likeness.withMessage());
            matching.pair(likeness);
        }
        return matching.comparison(lines, inChangedMethod, comparable);
    }

    private void pair(Likeness likeness) {
        Map<List<?>, Deque<Integer>> waiting = new HashMap<>();
        for (int i = pairedAfter.nextClearBit(0); i < after.size(); i = pairedAfter.nextClearBit(i + 1)) {
            Optional<List<?>> key = likeness.after(after.get(i));
            if (key.isPresent()) {
                waiting.computeIfAbsent(key.get(), any -> new ArrayDeque<>()).add(i);
            }
        }
        for (int i = pairedBefore.nextClearBit(0); i < before.size(); i = pairedBefore.nextClearBit(i + 1)) {
            Deque<Integer> alike = likeness.before(before.get(i)).map(waiting::get).orElseGet(ArrayDeque::new);
            if (!alike.isEmpty()) {
                int twin = alike.remove();
                pairedBefore.set(i);
                pairedAfter.set(twin);
                kept.add(new Comparison.Kept(before.get(i), after.get(twin)));
            }
        }
    }

    private Comparison comparison(Correspondence lines, Predicate<Finding> inChangedMethod,
            Predicate<Finding> comparable) {
        List<Introduced> introduced = new ArrayList<>();
        List<Finding> unseen = new ArrayList<>();
        for (Finding finding : rest(after, pairedAfter)) {
            if (lines.isChanged(Likeness.line(finding))) {
                introduced.add(new Introduced(finding, Where.CHANGED_LINE));
            } else if (!comparable.test(finding)) {
                unseen.add(finding);
            } else {
                introduced.add(new Introduced(finding,
                    inChangedMethod.test(finding) ? Where.CHANGED_METHOD : Where.ELSEWHERE));
            }
        }
        return new Comparison(introduced, rest(before, pairedBefore), kept, unseen);
    }

    private static List<Finding> rest(List<Finding> findings, BitSet paired) {
        List<Finding> rest = new ArrayList<>();
        for (int i = paired.nextClearBit(0); i < findings.size(); i = paired.nextClearBit(i + 1)) {
            rest.add(findings.get(i));
        }
        return rest;
    }
}
