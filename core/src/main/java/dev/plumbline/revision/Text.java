package dev.plumbline.revision;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * The lines of a file as compilers count them: LF, CR and CR LF end a line. Compared without white space at their
 * ends, so neither that nor another kind of line end is a difference.
 */
final class Text {

    static final Text EMPTY = new Text(new RawText(new byte[0]));

    /** Above this many lines on both sides a thorough search for the shortest difference could take minutes. */
    private static final int LONG = 20_000;
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final RawText raw;

    private Text(RawText raw) {
        this.raw = raw;
    }

    static Text of(byte[] bytes) {
        int start = startsWithMark(bytes) ? 3 : 0;
        byte[] lines = new byte[bytes.length - start];
        for (int at = start; at < bytes.length; at++) {
            boolean alone = bytes[at] == '\r' && (at + 1 == bytes.length || bytes[at + 1] != '\n');
            lines[at - start] = alone ? (byte) '\n' : bytes[at];
        }
        return new Text(new RawText(lines));
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    /** What became what between two texts. */
    static List<Hunk> difference(Text before, Text after) {
        HistogramDiff algorithm = new HistogramDiff();
        if (Math.min(before.raw.size(), after.raw.size()) > LONG) {
            algorithm.setFallbackAlgorithm(null);
        }
        EditList edits = algorithm.diff(RawTextComparator.WS_IGNORE_TRAILING, before.raw, after.raw);
        return edits.stream()
            .map(edit -> new Hunk(edit.getBeginA() + 1, edit.getEndA() + 1, edit.getBeginB() + 1, edit.getEndB() + 1))
            .toList();
    }

    int lines() {
        return raw.size();
    }

    /** A line, from 1, as far as white space does not matter. */
    Line line(int number) {
        ByteBuffer bytes = raw.getRawString(number - 1);
        long hash = FNV_START;
        int length = 0;
        int letters = 0;
        int first = 0;
        int second = 0;
        while (bytes.hasRemaining()) {
            byte one = bytes.get();
            if (one > ' ' || one < 0) {
                hash = (hash ^ one) * FNV_PRIME;
                first = length == 0 ? one : first;
                second = length == 1 ? one : second;
                length++;
                letters += one < 0 || Character.isLetterOrDigit(one) ? 1 : 0;
            }
        }
        boolean comment = first == '*' || first == '/' && (second == '/' || second == '*');
        return new Line(hash, length, letters, comment);
    }

    /**
     * @param hash of the bytes that are not white space; with 64 bits, equal means the same
     * @param length how many those are
     * @param letters how many of them are letters, digits or part of a character outside ASCII
     * @param comment whether it looks like part of one
     */
    record Line(long hash, int length, int letters, boolean comment) {

        boolean isBlank() {
            return length == 0;
        }
    }
}
