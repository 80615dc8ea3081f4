package dev.plumbline.report;

import java.util.Arrays;
import java.util.Optional;

/**
 * The hash that GitHub recognises the line of an alert by, for every line of a text: a rolling polynomial
 * over the hundred characters that follow the start of the line, so that it survives what happens above it
 * and changes with what happens just below. It has to equal what GitHub's upload action computes itself, or
 * alerts open and close.
 */
final class LineHashes {

    private static final int BLOCK = 100;
    private static final long FACTOR = 37;
    private static final long FACTOR_OF_LEAVING_CHARACTER = power(FACTOR, BLOCK);
    private static final char END_OF_FILE = 65535;

    private final char[] window = new char[BLOCK];
    private final boolean[] opensLine = new boolean[BLOCK];
    private long[] hashes = new long[64];
    private int lines;
    private long rolling;
    private int slot;

    /**
     * Spaces and tabs do not count; {@code \r} and {@code \r\n} count as {@code \n}. One pass, eight bytes a
     * line.
     */
    static LineHashes of(String text) {
        LineHashes result = new LineHashes();
        boolean atLineStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' && i > 0 && text.charAt(i - 1) == '\r') {
                continue;
            }
            char counted = c == '\r' ? '\n' : c;
            result.take(counted, atLineStart);
            atLineStart = counted == '\n';
        }
        result.take(END_OF_FILE, atLineStart);
        for (int i = 0; i < BLOCK; i++) {
            result.take('\0', false);
        }
        return result;
    }

    /**
     * The hash in hex, a colon, and how many lines down to this one have the same hash.
     *
     * @param line from 1; a line end at the end of the text opens one more line
     */
    Optional<String> at(int line) {
        if (line < 1 || line > lines) {
            return Optional.empty();
        }
        long hash = hashes[line - 1];
        long occurrence = Arrays.stream(hashes, 0, line).filter(other -> other == hash).count();
        return Optional.of(Long.toHexString(hash) + ":" + occurrence);
    }

    int lines() {
        return lines;
    }

    /** A line's hash is complete when the character that opened it is about to leave the window. */
    private void take(char c, boolean opens) {
        if (opensLine[slot]) {
            add(rolling);
        }
        opensLine[slot] = opens;
        rolling = FACTOR * rolling + c - FACTOR_OF_LEAVING_CHARACTER * window[slot];
        window[slot] = c;
        slot = (slot + 1) % BLOCK;
    }

    private void add(long hash) {
        if (lines == hashes.length) {
            hashes = Arrays.copyOf(hashes, lines * 2);
        }
        hashes[lines++] = hash;
    }

    private static long power(long base, int exponent) {
        long result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }
}
