package dev.plumbline.revision;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The lines of a file without their order and white space, for telling how much two files share. */
final class Likeness {

    private static final int LENGTH_BITS = 12;
    private static final int LONGEST = (1 << LENGTH_BITS) - 1;

    /** Sorted; of each line that is not blank its hash, and in the lowest bits its length. */
    private final long[] lines;
    private final long weight;

    private Likeness(long[] lines) {
        this.lines = lines;
        this.weight = Arrays.stream(lines).map(Likeness::length).sum();
    }

    static Likeness of(byte[] bytes) {
        Text text = Text.of(bytes);
        return new Likeness(IntStream.rangeClosed(1, text.lines())
            .mapToObj(text::line)
            .filter(line -> !line.isBlank())
            .mapToLong(line -> mixed(line.hash()) << LENGTH_BITS | Math.min(LONGEST, line.length()))
            .sorted()
            .toArray());
    }

    /** So that the least ones are lines of all kinds, the same in every file. */
    private static long mixed(long hash) {
        return hash ^ hash >>> 32;
    }

    private static long length(long line) {
        return line & LONGEST;
    }

    /** How much of the longer of two files is in both. */
    int percent(Likeness other) {
        long most = Math.max(weight, other.weight);
        if (most == 0 || 100 * Math.min(weight, other.weight) / most == 0) {
            return 0;
        }
        long shared = 0;
        int here = 0;
        int there = 0;
        while (here < lines.length && there < other.lines.length) {
            int order = Long.compare(lines[here], other.lines[there]);
            shared += order == 0 ? length(lines[here]) : 0;
            here += order <= 0 ? 1 : 0;
            there += order >= 0 ? 1 : 0;
        }
        return (int) (100 * shared / most);
    }

    /** A few of its lines; of two files that are much alike some are the same. */
    long[] drawn(int count) {
        return Arrays.stream(lines).distinct().limit(count).toArray();
    }
}
