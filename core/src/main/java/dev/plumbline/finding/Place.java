package dev.plumbline.finding;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A region of a source file.
 *
 * @param file the file, relative to the root of the scan
 * @param line the first line, from 1
 * @param column the first column, from 1, in UTF-16 units
 * @param endLine the last line
 * @param endColumn the column after the last character
 */
public record Place(Path file, int line, int column, int endLine, int endColumn) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparing((Place place) -> place.path())
        .thenComparingInt(Place::line)
        .thenComparingInt(Place::column)
        .thenComparingInt(Place::endLine)
        .thenComparingInt(Place::endColumn);

    /** The file with forward slashes on every system. */
    public String path() {
        return file.toString().replace('\\', '/');
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
