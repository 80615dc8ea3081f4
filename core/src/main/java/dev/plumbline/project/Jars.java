package dev.plumbline.project;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Jars and the sources jars that go with them: named {@code x-sources.jar}, given next to each other, or
 * lying beside the jar. What is in a jar decides which of the two it is.
 */
final class Jars {

    /** What a jar holds. A jar can hold both. */
    private record Jar(Path path, boolean sources, boolean classes, int release) {

        String stem() {
            return path.getFileName().toString().replaceFirst("(-sources?|-src)?\\.jar$", "");
        }
    }

    private final Remarks remarks;

    Jars(Remarks remarks) {
        this.remarks = remarks;
    }

    List<Module> modules(List<Path> paths) {
        List<Jar> jars = paths.stream().map(Jars::open).toList();
        List<Jar> unpaired = new ArrayList<>(jars.stream().filter(jar -> jar.sources() && !jar.classes()).toList());
        List<Module> modules = new ArrayList<>();
        List<Jar> lonely = new ArrayList<>();
        for (Jar jar : jars) {
            if (jar.sources() && jar.classes()) {
                modules.add(module(jar, jar));
            } else if (jar.classes()) {
                Optional<Jar> named = unpaired.stream().filter(other -> other.stem().equals(jar.stem())).findFirst();
                named.ifPresent(sources -> {
                    unpaired.remove(sources);
                    modules.add(module(jar, sources));
                });
                lonely.addAll(named.isPresent() ? List.of() : List.of(jar));
            } else if (!jar.sources()) {
                remarks.incomplete("nothing-to-scan", jar.path(), "This jar holds neither classes nor sources.");
            }
        }
        for (Jar jar : lonely) {
            Optional<Jar> sources = neighbour(jar, jars, unpaired).or(() -> beside(jar));
            if (sources.isPresent()) {
                unpaired.remove(sources.get());
                modules.add(module(jar, sources.get()));
            } else {
                remarks.incomplete("no-sources", jar.path(), "No sources were found for this jar, so it was not"
                    + " scanned; give its sources jar as the next path.");
            }
        }
        unpaired.forEach(sources -> modules.add(new Module(sources.stem(), List.of(sources.path()), List.of(),
            List.of(), ClassFolders.RELEASE_UNSAID)));
        return modules;
    }

    private static Module module(Jar classes, Jar sources) {
        return new Module(classes.stem(), List.of(sources.path()), List.of(classes.path()), List.of(),
            classes.release());
    }

    /** The sources jar given right after the jar or right before it, when its name does not tell. */
    private static Optional<Jar> neighbour(Jar jar, List<Jar> all, List<Jar> unpaired) {
        int at = all.indexOf(jar);
        List<Jar> neighbours = new ArrayList<>();
        if (at + 1 < all.size()) {
            neighbours.add(all.get(at + 1));
        }
        if (at > 0) {
            neighbours.add(all.get(at - 1));
        }
        return neighbours.stream().filter(unpaired::contains).findFirst();
    }

    private static Optional<Jar> beside(Jar jar) {
        String name = jar.path().getFileName().toString().replaceFirst("\\.jar$", "-sources.jar");
        return Optional.of(jar.path().resolveSibling(name))
            .filter(Files::isRegularFile)
            .map(Jars::open)
            .filter(Jar::sources);
    }

    private static Jar open(Path path) {
        boolean sources = false;
        int release = 0;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                sources |= entry.getName().endsWith(".java");
                if (release == 0 && isOrdinaryClass(entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        release = ClassFolders.release(in);
                    }
                }
            }
        } catch (IOException broken) {
            throw new UsageException(path + " could not be read as a jar (" + broken.getMessage()
                + "); download or build it again.");
        }
        return new Jar(path, sources, release > 0, release);
    }

    /** Not one of those that a jar holds for newer releases, nor a module's. */
    private static boolean isOrdinaryClass(String entry) {
        return entry.endsWith(".class") && !entry.startsWith("META-INF/") && !entry.endsWith("-info.class");
    }
}
