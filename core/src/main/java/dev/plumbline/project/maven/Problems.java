package dev.plumbline.project.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gathers what a build lacks; an artefact that many modules lack is said once, at the first pom that asks for
 * it.
 */
final class Problems {

    private final List<MavenProblem> others = new ArrayList<>();
    private final Map<String, TreeSet<Path>> missing = new TreeMap<>();

    void add(String kind, Path pom, String message) {
        MavenProblem problem = new MavenProblem(kind, pom, message);
        if (!others.contains(problem)) {
            others.add(problem);
        }
    }

    /** @param coordinates {@code group:artifact:version} */
    void missing(String coordinates, Path pom) {
        missing.computeIfAbsent(coordinates, any -> new TreeSet<>()).add(pom);
    }

    List<MavenProblem> all() {
        List<MavenProblem> all = new ArrayList<>(others);
        missing.forEach((coordinates, poms) -> all.add(new MavenProblem("missing-dependency", poms.first(),
            coordinates + " is not in the local Maven repository" + alsoNeededBy(poms.size() - 1)
                + ", so types from it are unknown; run the project's build once (mvn dependency:resolve) or give its"
                + " class path with --classpath.")));
        return List.copyOf(all);
    }

    private static String alsoNeededBy(int others) {
        return switch (others) {
            case 0 -> "";
            case 1 -> " (one more module needs it)";
            default -> " (" + others + " more modules need it)";
        };
    }
}
