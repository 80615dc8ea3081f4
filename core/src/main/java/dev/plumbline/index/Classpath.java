package dev.plumbline.index;

import dev.plumbline.finding.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The entries of a class path, opened.
 *
 * @param entries in their order
 * @param byPath the same, those that have a path, by that path
 * @param unopened what is to be said of entries that could not be opened
 */
record Classpath(List<ClasspathEntry> entries, Map<Path, ClasspathEntry> byPath, List<Notice> unopened) {

    static Classpath open(List<Path> paths) {
        Map<Path, ClasspathEntry> byPath = new LinkedHashMap<>();
        List<Notice> unopened = new ArrayList<>();
        for (Path path : paths) {
            if (byPath.containsKey(key(path))) {
                continue;
            }
            try {
                byPath.put(key(path), new ClasspathEntry(container(path)));
            } catch (IOException | RuntimeException e) {
                // ZipFile has answered damaged archives with IllegalArgumentException.
                unopened.add(notice(path));
            }
        }
        return new Classpath(List.copyOf(byPath.values()), byPath, unopened.stream().distinct().toList());
    }

    private static ClassContainer container(Path path) throws IOException {
        return Files.isDirectory(path) ? FolderClasses.open(path) : ArchiveClasses.open(path);
    }

    private static Notice notice(Path path) {
        String shown = path.toString().replace('\\', '/');
        return Files.exists(path)
            ? Notice.incomplete("unreadable-archive", shown, "The class path entry " + shown
                + " is neither a folder nor a readable archive, its classes are not known; get it again")
            : Notice.incomplete("missing-classpath-entry", shown, "The class path entry " + shown
                + " does not exist, its classes are not known; build the project or correct the class path");
    }

    /** The same file may be named in many ways. */
    private static Path key(Path path) {
        return path.toAbsolutePath().normalize();
    }

    Classpath before(ClasspathEntry first) {
        return new Classpath(Stream.concat(Stream.of(first), entries.stream()).toList(), byPath, unopened);
    }

    Optional<ClasspathEntry> at(Path path) {
        return Optional.ofNullable(byPath.get(key(path)));
    }

    void close() {
        entries.forEach(ClasspathEntry::close);
    }

    List<Notice> notices() {
        Stream<Notice> opened = entries.stream().flatMap(entry -> entry.notices().stream());
        return Stream.concat(unopened.stream(), opened).toList();
    }
}
