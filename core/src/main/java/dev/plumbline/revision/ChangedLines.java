package dev.plumbline.revision;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which lines of a file a change left alone, added, or moved here from elsewhere. Lines count from 1. Every line of
 * head is exactly one of: where a line of base went, added, moved; every line of base is kept or removed.
 */
public final class ChangedLines {

    /** Of a file that was renamed and nothing else. */
    static final ChangedLines NONE = new ChangedLines(List.of(), List.of());

    private final List<Hunk> hunks;
    private final NavigableMap<Integer, Hunk> before;
    private final NavigableMap<Integer, Hunk> after;
    private final SortedSet<Integer> added;
    private final SortedSet<Integer> moved;
    private final SortedSet<Integer> removed;

    /** @param hunks in order, no two of them touching */
    ChangedLines(List<Hunk> hunks, List<Integer> moved) {
        this.hunks = List.copyOf(hunks);
        this.before = byBegin(Hunk::beginBefore);
        this.after = byBegin(Hunk::beginAfter);
        this.moved = Collections.unmodifiableSortedSet(new TreeSet<>(moved));
        this.removed = lines(hunks.stream().flatMapToInt(hunk -> range(hunk.beginBefore(), hunk.endBefore())));
        this.added = lines(hunks.stream().flatMapToInt(hunk -> range(hunk.beginAfter(), hunk.endAfter()))
            .filter(line -> !this.moved.contains(line)));
    }

    private NavigableMap<Integer, Hunk> byBegin(ToIntFunction<Hunk> begin) {
        NavigableMap<Integer, Hunk> map = new TreeMap<>();
        hunks.forEach(hunk -> map.put(begin.applyAsInt(hunk), hunk));
        return map;
    }

    private static IntStream range(int begin, int end) {
        return IntStream.range(begin, end);
    }

    private static SortedSet<Integer> lines(IntStream lines) {
        return Collections.unmodifiableSortedSet(lines.boxed().collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What was replaced by what, in order, moved lines too. */
    public List<Hunk> hunks() {
        return hunks;
    }

    /** Where an unchanged line of base is at head. */
    public OptionalInt after(int lineBefore) {
        var nearest = before.floorEntry(lineBefore);
        if (nearest == null) {
            return OptionalInt.of(lineBefore);
        }
        Hunk hunk = nearest.getValue();
        return lineBefore < hunk.endBefore()
            ? OptionalInt.empty()
            : OptionalInt.of(lineBefore - hunk.endBefore() + hunk.endAfter());
    }

    /** Where an unchanged line of head was at base. */
    public OptionalInt before(int lineAfter) {
        var nearest = after.floorEntry(lineAfter);
        if (nearest == null) {
            return OptionalInt.of(lineAfter);
        }
        Hunk hunk = nearest.getValue();
        return lineAfter < hunk.endAfter()
            ? OptionalInt.empty()
            : OptionalInt.of(lineAfter - hunk.endAfter() + hunk.endBefore());
    }

    /** Where a line of base is at head, or, when it was removed, which line stands in its stead or follows the gap. */
    public int near(int lineBefore) {
        OptionalInt kept = after(lineBefore);
        if (kept.isPresent()) {
            return kept.getAsInt();
        }
        Hunk hunk = before.floorEntry(lineBefore).getValue();
        int last = Math.max(hunk.beginAfter(), hunk.endAfter() - 1);
        return Math.min(hunk.beginAfter() + lineBefore - hunk.beginBefore(), last);
    }

    /** Lines of head that the change added or edited, moved ones not among them. */
    public SortedSet<Integer> added() {
        return added;
    }

    /** Lines of head that stood elsewhere in base, in this file or another, as part of the same block. */
    public SortedSet<Integer> moved() {
        return moved;
    }

    /** Lines of base that the change deleted, edited or moved away. */
    public SortedSet<Integer> removed() {
        return removed;
    }

    @Override
    public String toString() {
        return hunks + " moved " + moved;
    }
}
