package dev.plumbline.verdict;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.UsageException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The findings that a team has agreed to live with, as a file to commit: one a line, sorted, nothing else, so that it
 * is compared and merged like code. Two equal lines stand for two findings.
 */
public record BaselineFile(List<BaselineEntry> entries) {

    /** Findings the baseline knows, and the others. */
    public record Covered(List<Finding> known, List<Finding> others) {
    }

    public BaselineFile {
        entries = entries.stream().sorted().toList();
    }

    public static BaselineFile of(List<Finding> findings) {
        return new BaselineFile(findings.stream().map(BaselineEntry::of).toList());
    }

    /**
     * The lines may be in any order, as a merge may leave them.
     *
     * @param file what to call it when something is wrong with it
     */
    public static BaselineFile read(String file, String text) {
        List<BaselineEntry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                if (!line.isBlank()) {
                    entries.add(BaselineEntry.parse(line));
                }
            } catch (IllegalArgumentException e) {
                throw new UsageException(file + ":" + number + ": " + e.getMessage() + ".");
            }
        }
        return new BaselineFile(entries);
    }

    /** What to write to the file. */
    public String text() {
        return entries.stream().map(entry -> entry.line() + "\n").collect(Collectors.joining());
    }

    /** An entry covers one finding, whatever has become of its file's name and its message since. */
    public Covered covers(List<Finding> findings) {
        Map<BaselineEntry.Identity, Integer> left = counts(entries.stream().map(BaselineEntry::identity));
        List<Finding> known = new ArrayList<>();
        List<Finding> others = new ArrayList<>();
        findings.stream().sorted()
            .forEach(finding -> (take(left, BaselineEntry.of(finding).identity()) ? known : others).add(finding));
        return new Covered(List.copyOf(known), List.copyOf(others));
    }

    /** Entries that cover nothing any more. */
    public List<BaselineEntry> stale(List<Finding> findings) {
        return without(of(findings).entries);
    }

    /** Without the stale entries. Nothing is ever added: a new defect does not slip in with the spring clean. */
    public BaselineFile pruned(List<Finding> findings) {
        return removing(stale(findings));
    }

    /** The same file without some of its entries. */
    public BaselineFile removing(List<BaselineEntry> some) {
        Map<BaselineEntry, Integer> gone = counts(some.stream());
        return new BaselineFile(entries.stream().filter(entry -> !take(gone, entry)).toList());
    }

    /** What this file forgives and {@code base} does not. */
    public List<BaselineEntry> addedSince(BaselineFile base) {
        return without(base.entries);
    }

    /** The entries that are left when each of others has taken one of its kind, its very equal if there is one. */
    private List<BaselineEntry> without(List<BaselineEntry> others) {
        Map<BaselineEntry, Integer> equal = counts(others.stream());
        List<BaselineEntry> unequal = entries.stream().filter(entry -> !take(equal, entry)).toList();
        Map<BaselineEntry.Identity, Integer> left = new HashMap<>();
        equal.forEach((entry, count) -> left.merge(entry.identity(), count, Integer::sum));
        return unequal.stream().filter(entry -> !take(left, entry.identity())).toList();
    }

    private static <K> Map<K, Integer> counts(Stream<K> keys) {
        return keys.collect(Collectors.toMap(key -> key, key -> 1, Integer::sum, HashMap::new));
    }

    private static <K> boolean take(Map<K, Integer> left, K key) {
        if (left.getOrDefault(key, 0) == 0) {
            return false;
        }
        left.merge(key, -1, Integer::sum);
        return true;
    }
}
