package dev.plumbline.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds blocks of added lines that stood among the removed lines of the whole change. Lines are compared without
 * white space and blank ones do not count, so a block may have been indented and respaced on its way. A block
 * has at least {@value #FEWEST_LINES} lines and {@value #FEWEST_LETTERS} letters and digits; a removed line was moved
 * to one place only, so what is there twice afterwards is new once.
 *
 * <p>(1) Removed lines are indexed by pairs of neighbours. (2) Where such a pair is met among the added lines, the
 * block is drawn out in both directions. (3) The longest of the blocks begun there wins. Pairs that are everywhere
 * begin no block, they only prolong one.
 */
final class MovedBlocks {

    private static final int FEWEST_LINES = 2;
    private static final int FEWEST_LETTERS = 20;
    private static final int EVERYWHERE = 64;

    private final Map<Long, List<Spot>> pairs = new HashMap<>();
    private final List<List<Strip>> added = new ArrayList<>();

    /** A line of a strip. */
    private record Spot(Strip strip, int index) {
    }

    /** The same lines at both ends of a move, as indexes into the strips; the end is not part of it. */
    private record Block(Strip from, int fromBegin, int begin, int end, int letters) {

        boolean counts() {
            return end - begin >= FEWEST_LINES && letters >= FEWEST_LETTERS;
        }
    }

    /** Files are numbered in the order in which they are given. */
    void add(Text before, Text after, ChangedLines lines) {
        for (Strip strip : Strip.of(before, lines.removed())) {
            for (int index = 0; index + 1 < strip.size(); index++) {
                pairs.computeIfAbsent(strip.pair(index), hash -> new ArrayList<>()).add(new Spot(strip, index));
            }
        }
        added.add(Strip.of(after, lines.added()));
    }

    /** For each file the lines of head that were moved there. */
    List<List<Integer>> find() {
        return added.stream().map(strips -> {
            List<Integer> moved = new ArrayList<>();
            strips.forEach(strip -> find(strip, moved));
            return List.copyOf(moved);
        }).toList();
    }

    private void find(Strip strip, List<Integer> moved) {
        int free = 0;
        int index = 0;
        while (index + 1 < strip.size()) {
            Optional<Block> block = longest(strip, index, free);
            if (block.isEmpty()) {
                index++;
                continue;
            }
            claim(block.get(), strip, moved);
            free = block.get().end();
            index = free;
        }
    }

    private Optional<Block> longest(Strip strip, int index, int free) {
        List<Spot> spots = pairs.getOrDefault(strip.pair(index), List.of());
        if (spots.size() > EVERYWHERE) {
            return Optional.empty();
        }
        Optional<Block> longest = Optional.empty();
        for (Spot spot : spots) {
            Block block = drawnOut(strip, index, free, spot);
            if (block.counts() && longest.map(best -> block.letters() > best.letters()).orElse(true)) {
                longest = Optional.of(block);
            }
        }
        return longest;
    }

    private static Block drawnOut(Strip strip, int index, int free, Spot spot) {
        int shift = spot.index() - index;
        int begin = index;
        while (begin > free && spot.strip().isFree(begin - 1 + shift)
            && spot.strip().sameLine(begin - 1 + shift, strip, begin - 1)) {
            begin--;
        }
        int end = index;
        while (end < strip.size() && spot.strip().isFree(end + shift)
            && spot.strip().sameLine(end + shift, strip, end)) {
            end++;
        }
        return new Block(spot.strip(), begin + shift, begin, end, strip.letters(begin, end));
    }

    /** Added lines between two lines of the block are blank, and went with it. */
    private static void claim(Block block, Strip strip, List<Integer> moved) {
        block.from().take(block.fromBegin(), block.fromBegin() + block.end() - block.begin());
        moved.addAll(strip.lines(block.begin(), block.end()));
    }

    /** Neighbouring lines, all of them removed or all added, blank ones left out. */
    private static final class Strip {

        private final SortedSet<Integer> changed;
        private final List<Integer> numbers = new ArrayList<>();
        private final List<Text.Line> lines = new ArrayList<>();
        private final boolean[] taken;

        private Strip(SortedSet<Integer> changed, List<Integer> numbers, List<Text.Line> lines) {
            this.changed = changed;
            this.numbers.addAll(numbers);
            this.lines.addAll(lines);
            this.taken = new boolean[numbers.size()];
        }

        static List<Strip> of(Text text, SortedSet<Integer> changed) {
            List<Strip> strips = new ArrayList<>();
            List<Integer> numbers = new ArrayList<>();
            List<Text.Line> lines = new ArrayList<>();
            int next = 0;
            for (int number : changed) {
                Text.Line line = text.line(number);
                if (line.isBlank()) {
                    continue;
                }
                if (!numbers.isEmpty() && !onlyBlank(text, next, number)) {
                    strips.add(new Strip(changed, numbers, lines));
                    numbers.clear();
                    lines.clear();
                }
                numbers.add(number);
                lines.add(line);
                next = number + 1;
            }
            if (!numbers.isEmpty()) {
                strips.add(new Strip(changed, numbers, lines));
            }
            return strips;
        }

        private static boolean onlyBlank(Text text, int begin, int end) {
            for (int number = begin; number < end; number++) {
                if (!text.line(number).isBlank()) {
                    return false;
                }
            }
            return true;
        }

        int size() {
            return numbers.size();
        }

        long pair(int index) {
            return lines.get(index).hash() * 31 + lines.get(index + 1).hash();
        }

        boolean isFree(int index) {
            return index >= 0 && index < taken.length && !taken[index];
        }

        boolean sameLine(int index, Strip other, int otherIndex) {
            return lines.get(index).hash() == other.lines.get(otherIndex).hash();
        }

        int letters(int begin, int end) {
            return lines.subList(begin, Math.max(begin, end)).stream().mapToInt(Text.Line::letters).sum();
        }

        void take(int begin, int end) {
            Arrays.fill(taken, begin, end, true);
        }

        SortedSet<Integer> lines(int begin, int end) {
            return new TreeSet<>(changed.subSet(numbers.get(begin), numbers.get(end - 1) + 1));
        }
    }
}
