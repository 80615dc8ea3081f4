package dev.plumbline.source;

import java.util.List;
import java.util.SortedMap;

/**
 * The names a source file declares, found by a light scan of its tokens: fast enough to be made of every
 * file, and enough to see that class files are older than their source.
 *
 * @param packageName dotted; empty for the unnamed package
 * @param types simple names of the top-level types
 * @param methods how often each method name is declared with a body, in all types of the file together;
 *     constructors count under {@code <init>}, compact constructors of records do not
 */
public record Outline(String packageName, List<String> types, SortedMap<String, Integer> methods) {

    public static Outline of(String text) {
        return new OutlineScan(text).run();
    }
}
