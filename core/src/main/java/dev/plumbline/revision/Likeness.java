package dev.plumbline.revision;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The lines of a file without their order and white space, for telling how much two files share. */
final class Likeness {

    private static final int LENGTH_BITS = 12;
    private static final int LONGEST = (1 << LENGTH_BITS) - 1;
    private static final int COMMENT = 1 << LENGTH_BITS;

    /** Sorted; of each line that is not blank its hash, whether it is comment, and in the lowest bits its length. */
    private final long[] lines;

    private Likeness(long[] lines) {
        this.lines = lines;
    }

    static Likeness of(byte[] bytes) {
        Text text = Text.of(bytes);
        return new Likeness(IntStream.rangeClosed(1, text.lines())
            .mapToObj(text::line)
            .filter(line -> !line.isBlank())
            .mapToLong(Likeness::packed)
            .sorted()
            .toArray());
    }

    /** The hash is mixed so that the least ones are lines of all kinds, though the same ones in every file. */
    private static long packed(Text.Line line) {
        long hash = line.hash() ^ line.hash() >>> 32;
        return hash << LENGTH_BITS + 1 | (line.comment() ? COMMENT : 0) | Math.min(LONGEST, line.length());
    }

    /** How much of the longer of two files is in both. */
    int percent(Likeness other) {
        return percent(lines, other.lines);
    }

    /** The same without comments: small files under one licence are not alike for that. */
    int percentOfCode(Likeness other) {
        return percent(code(), other.code());
    }

    private long[] code() {
        return Arrays.stream(lines).filter(line -> (line & COMMENT) == 0).toArray();
    }

    private static int percent(long[] some, long[] others) {
        long shared = 0;
        int here = 0;
        int there = 0;
        while (here < some.length && there < others.length) {
            int order = Long.compare(some[here], others[there]);
            shared += order == 0 ? length(some[here]) : 0;
            here += order <= 0 ? 1 : 0;
            there += order >= 0 ? 1 : 0;
        }
        return (int) (100 * shared / Math.max(1, Math.max(length(some), length(others))));
    }

    private static long length(long... lines) {
        return Arrays.stream(lines).map(line -> line & LONGEST).sum();
    }

    /** A few of its lines; of two files that are much alike some are the same. */
    long[] drawn(int count) {
        return Arrays.stream(lines).distinct().limit(count).toArray();
    }
}
