package dev.plumbline.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Pairs files that disappeared with files that appeared. (1) Equal content, the same simple name first. (2) Contents
 * of which {@value #ENOUGH} % are the same lines, the most alike first, a kept simple name counting for
 * {@value #SAME_NAME} points more; under another name also {@value #ENOUGH_CODE} % of what is not comment, so that a
 * common licence makes no rename. Each file is paired at most once. Where many files come and go, only pairs
 * are compared that share a simple name or one of a few lines drawn from each, which keeps thousands of files quick.
 */
final class Renames {

    private static final int ENOUGH = 60;
    private static final int ENOUGH_CODE = 40;
    private static final int SAME_NAME = 15;
    private static final int ALL_PAIRS = 10_000;
    private static final int DRAWN = 24;
    private static final int COMMON = 50;

    private final Contents base;
    private final Contents head;

    Renames(Contents base, Contents head) {
        this.base = base;
        this.head = head;
    }

    private record Pair(int before, int after, int score) {
    }

    /** The same deltas, except that those which are a rename have become one; in order of their paths. */
    List<Delta> among(List<Delta> deltas) {
        List<Delta> result = new ArrayList<>();
        List<Blob> gone = new ArrayList<>();
        List<Blob> come = new ArrayList<>();
        for (Delta delta : deltas) {
            if (delta.after().isEmpty()) {
                gone.add(delta.before().orElseThrow());
            } else if (delta.before().isEmpty()) {
                come.add(delta.after().orElseThrow());
            } else {
                result.add(delta);
            }
        }
        result.addAll(exact(gone, come));
        result.addAll(similar(gone, come));
        gone.forEach(file -> result.add(Delta.deleted(file)));
        come.forEach(file -> result.add(Delta.added(file)));
        result.sort(Comparator.comparing(Delta::path));
        return List.copyOf(result);
    }

    /** Takes what it pairs out of both lists. */
    private static List<Delta> exact(List<Blob> gone, List<Blob> come) {
        Map<ObjectId, List<Blob>> byContent = gone.stream().collect(Collectors.groupingBy(Blob::id));
        List<Delta> renames = new ArrayList<>();
        for (boolean sameName : new boolean[] {true, false}) {
            for (Blob after : List.copyOf(come)) {
                List<Blob> candidates = byContent.getOrDefault(after.id(), List.of());
                candidates.stream()
                    .filter(before -> !sameName || before.simpleName().equals(after.simpleName()))
                    .findFirst()
                    .ifPresent(before -> {
                        candidates.remove(before);
                        renames.add(Delta.of(before, after));
                        come.remove(after);
                    });
            }
        }
        Set<Blob> paired = renames.stream().map(rename -> rename.before().orElseThrow()).collect(Collectors.toSet());
        gone.removeIf(paired::contains);
        return renames;
    }

    /** Takes what it pairs out of both lists. */
    private List<Delta> similar(List<Blob> gone, List<Blob> come) {
        if (gone.isEmpty() || come.isEmpty()) {
            return List.of();
        }
        List<Likeness> before = gone.stream().map(file -> Likeness.of(base.read(file))).toList();
        List<Likeness> after = come.stream().map(file -> Likeness.of(head.read(file))).toList();
        Set<Integer> pairedBefore = new HashSet<>();
        Set<Integer> pairedAfter = new HashSet<>();
        List<Delta> renames = new ArrayList<>();
        for (Pair pair : pairs(gone, before, come, after)) {
            if (!pairedBefore.contains(pair.before()) && !pairedAfter.contains(pair.after())) {
                pairedBefore.add(pair.before());
                pairedAfter.add(pair.after());
                renames.add(Delta.of(gone.get(pair.before()), come.get(pair.after())));
            }
        }
        renames.forEach(rename -> gone.remove(rename.before().orElseThrow()));
        renames.forEach(rename -> come.remove(rename.after().orElseThrow()));
        return renames;
    }

    /** The most alike first. */
    private static List<Pair> pairs(List<Blob> gone, List<Likeness> before, List<Blob> come, List<Likeness> after) {
        Candidates candidates = new Candidates(gone, before, (long) gone.size() * come.size() <= ALL_PAIRS);
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < come.size(); a++) {
            for (int b : candidates.of(come.get(a), after.get(a))) {
                int score = before.get(b).percent(after.get(a));
                boolean sameName = gone.get(b).simpleName().equals(come.get(a).simpleName());
                if (score >= ENOUGH && (sameName || before.get(b).percentOfCode(after.get(a)) >= ENOUGH_CODE)) {
                    pairs.add(new Pair(b, a, sameName ? score + SAME_NAME : score));
                }
            }
        }
        pairs.sort(Comparator.comparing(Pair::score).reversed()
            .thenComparing(Pair::before).thenComparing(Pair::after));
        return pairs;
    }

    /** Which files that went are worth comparing with one that came. */
    private static final class Candidates {

        private final Set<Integer> all = new TreeSet<>();
        private final Map<String, List<Integer>> byName = new HashMap<>();
        private final Map<Long, List<Integer>> byLine = new HashMap<>();
        private final boolean compareAll;

        Candidates(List<Blob> gone, List<Likeness> before, boolean compareAll) {
            this.compareAll = compareAll;
            for (int b = 0; b < gone.size(); b++) {
                all.add(b);
                byName.computeIfAbsent(gone.get(b).simpleName(), name -> new ArrayList<>()).add(b);
                for (long line : before.get(b).drawn(DRAWN)) {
                    byLine.computeIfAbsent(line, hash -> new ArrayList<>()).add(b);
                }
            }
        }

        Set<Integer> of(Blob file, Likeness content) {
            if (compareAll) {
                return all;
            }
            Set<Integer> found = new TreeSet<>(few(byName.getOrDefault(file.simpleName(), List.of())));
            for (long line : content.drawn(DRAWN)) {
                found.addAll(few(byLine.getOrDefault(line, List.of())));
            }
            return found;
        }

        /** What very many have in common says nothing. */
        private static List<Integer> few(List<Integer> files) {
            return files.size() > COMMON ? List.of() : files;
        }
    }
}
