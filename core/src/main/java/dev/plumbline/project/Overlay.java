package dev.plumbline.project;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What stands in for files on the disk, so that a project can be read as another revision has it. Class files on the
 * disk say nothing of a file that is named here.
 *
 * @param texts by path with forward slashes, relative to the project's root
 * @param isWhole whether these are all files, and the disk has none of them; they are then of the first module
 */
public record Overlay(SortedMap<String, Text> texts, boolean isWhole) {

    private static final Overlay NONE = new Overlay(Collections.emptySortedMap(), false);

    /**
     * A file of the other revision.
     *
     * @param bytes read when asked for; empty where that revision has no such file
     * @param twin the path under which the disk has the same file; the same path unless it was renamed
     */
    public record Text(Optional<Supplier<byte[]>> bytes, String twin) {
    }

    public Overlay {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    public static Overlay none() {
        return NONE;
    }
}
