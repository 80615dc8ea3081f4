package dev.plumbline.project;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands in for files on the disk, so that a project can be read as another revision has it. Class files on the
 * disk say nothing of a file that is named here.
 *
 * @param texts by path with forward slashes, relative to the project's root
 */
public record Overlay(SortedMap<String, Text> texts) {

    private static final Overlay NONE = new Overlay(Collections.emptySortedMap());

    /**
     * A file of the other revision.
     *
     * @param bytes empty where that revision has no such file
     * @param twin the path under which the disk has the same file; the same path unless it was renamed
     */
    public record Text(Optional<byte[]> bytes, String twin) {
    }

    public Overlay {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    public static Overlay none() {
        return NONE;
    }
}
