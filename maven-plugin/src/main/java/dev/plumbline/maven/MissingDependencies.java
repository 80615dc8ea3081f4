package dev.plumbline.maven;

import dev.plumbline.finding.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What could not be had of the modules' dependencies: a gap in what is known, and no reason to stop. */
final class MissingDependencies {

    private final Map<String, TreeSet<String>> poms = new TreeMap<>();
    private final Path root;

    /** @param root what paths in the report are relative to */
    MissingDependencies(Path root) {
        this.root = root;
    }

    /** @param what coordinates, or what else keeps a dependency from being known */
    void add(String what, Path pom) {
        Path real = ReportedPaths.real(pom);
        Path shown = real.startsWith(root) ? root.relativize(real) : real.getFileName();
        poms.computeIfAbsent(what, any -> new TreeSet<>()).add(shown.toString().replace('\\', '/'));
    }

    /** One for each, at the first pom that asks for it. */
    List<Notice> notices() {
        return poms.entrySet().stream()
            .map(missing -> Notice.incomplete("missing-dependency", missing.getValue().first(), missing.getKey()
                + " could not be resolved" + alsoNeededBy(missing.getValue().size() - 1)
                + ", so types from it are unknown; build the reactor, or run mvn dependency:resolve with access to the"
                + " repositories."))
            .toList();
    }

    private static String alsoNeededBy(int others) {
        return switch (others) {
            case 0 -> "";
            case 1 -> " (one more module needs it)";
            default -> " (" + others + " more modules need it)";
        };
    }
}
