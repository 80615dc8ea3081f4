package dev.plumbline.report;

import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Place;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What a report may say of places when it leaves the machine: nothing about where the project or a jar lies on it, and
 * no region that a host would refuse.
 */
final class Portable {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private Portable() {
    }

    /** A relative, percent-encoded URI; empty when the path is not relative to the root of the scan. */
    static Optional<String> uri(String path) {
        if (path.isEmpty() || isAbsolute(path)) {
            return Optional.empty();
        }
        StringBuilder uri = new StringBuilder();
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(unit) >= 0) {
                uri.append((char) unit);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", unit));
            }
        }
        return Optional.of(uri.toString());
    }

    static Optional<String> uri(Place place) {
        return uri(place.path());
    }

    /** Hosts refuse a whole file for one region that is not one, so a place that is askew is straightened. */
    static Place straight(Place place) {
        int line = Math.max(1, place.line());
        int column = Math.max(1, place.column());
        int endLine = Math.max(line, place.endLine());
        int endColumn = Math.max(endLine == line ? column : 1, place.endColumn());
        return new Place(place.file(), line, column, endLine, endColumn);
    }

    /** What a revision is called elsewhere: a folder by its own name. */
    static String revision(String name) {
        String path = name.replace('\\', '/');
        return isAbsolute(path) ? path.substring(path.lastIndexOf('/') + 1) : name;
    }

    /**
     * A notice about a file outside of the scan, a jar of the class path say, names it without its folders.
     */
    static Notice notice(Notice notice) {
        return notice.file().filter(Portable::isAbsolute).map(file -> withoutFolders(notice, file)).orElse(notice);
    }

    private static Notice withoutFolders(Notice notice, String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        boolean named = notice.message().contains(file);
        String message = named ? notice.message().replace(file, name) : name + ": " + notice.message();
        return new Notice(notice.level(), notice.kind(), message, Optional.empty());
    }

    private static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.matches("[A-Za-z]:/.*");
    }
}
