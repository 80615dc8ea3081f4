package dev.plumbline.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The {@code .java} files below a folder, in order of their paths: the one walk that everything uses. Build
 * output, hidden folders and {@code node_modules} are skipped; symbolic links are followed unless they lead
 * back into the folder, above it, or to where another link has led, so that a walk always ends.
 *
 * @param files found
 * @param others files of other languages of the JVM
 * @param boundaries folders that were not entered because the caller said so
 * @param loops symbolic links that were not followed
 * @param unreadable folders that could not be listed
 */
public record SourceTree(List<Path> files, List<Path> others, List<Path> boundaries, List<Path> loops,
        List<Path> unreadable) {

    private static final Set<String> OUTPUT = Set.of("target", "build");

    public static SourceTree below(Path folder) {
        return below(folder, path -> false);
    }

    /** @param boundary folders below {@code folder} that are somebody else's to walk */
    static SourceTree below(Path folder, Predicate<Path> boundary) {
        Walk walk = new Walk(boundary);
        walk.start(folder);
        walk.files.sort(Comparator.comparing(file -> file.toString().replace('\\', '/')));
        return new SourceTree(List.copyOf(walk.files), List.copyOf(walk.others), List.copyOf(walk.boundaries),
            List.copyOf(walk.loops), List.copyOf(walk.unreadable));
    }

    private static final class Walk {

        private final Predicate<Path> boundary;
        private final List<Path> files = new ArrayList<>();
        private final List<Path> others = new ArrayList<>();
        private final List<Path> boundaries = new ArrayList<>();
        private final List<Path> loops = new ArrayList<>();
        private final List<Path> unreadable = new ArrayList<>();
        private final Set<Path> linked = new HashSet<>();
        private Path start = Path.of("");

        Walk(Predicate<Path> boundary) {
            this.boundary = boundary;
        }

        void start(Path folder) {
            try {
                start = folder.toRealPath();
                enter(folder);
            } catch (IOException gone) {
                unreadable.add(folder);
            }
        }

        private void enter(Path folder) {
            for (Path path : children(folder)) {
                if (Files.isDirectory(path)) {
                    if (!isSkipped(path) && !isLoop(path)) {
                        enterUnlessBoundary(path);
                    }
                } else if (path.getFileName().toString().endsWith(".java")) {
                    files.add(path);
                } else if (OtherLanguages.of(path).isPresent()) {
                    others.add(path);
                }
            }
        }

        private void enterUnlessBoundary(Path folder) {
            if (boundary.test(folder)) {
                boundaries.add(folder);
            } else {
                enter(folder);
            }
        }

        private List<Path> children(Path folder) {
            try (Stream<Path> children = Files.list(folder)) {
                return children.sorted().toList();
            } catch (IOException | UncheckedIOException denied) {
                unreadable.add(folder);
                return List.of();
            }
        }

        /**
         * A link to what is walked anyway, to a folder above it, or to where another link has led already.
         */
        private boolean isLoop(Path folder) {
            if (!Files.isSymbolicLink(folder)) {
                return false;
            }
            try {
                Path real = folder.toRealPath();
                if (!real.startsWith(start) && !start.startsWith(real) && linked.stream().noneMatch(real::startsWith)) {
                    linked.add(real);
                    return false;
                }
            } catch (IOException dangling) {
                // treated like a loop: there is nothing behind it
            }
            loops.add(folder);
            return true;
        }

        private static boolean isSkipped(Path folder) {
            String name = folder.getFileName().toString();
            return name.startsWith(".") || name.equals("node_modules")
                || OUTPUT.contains(name) && !isPackage(folder, folder);
        }

        /** {@code build} is also a common package name: then the sources in it say so. */
        private static boolean isPackage(Path output, Path folder) {
            Optional<Path> witness = firstSource(folder, 0);
            return witness.flatMap(PackageName::rootOf).filter(root -> !root.startsWith(output)).isPresent();
        }

        private static Optional<Path> firstSource(Path folder, int depth) {
            if (depth > 30) {
                return Optional.empty();
            }
            try (Stream<Path> children = Files.list(folder)) {
                List<Path> sorted = children.filter(child -> !Files.isSymbolicLink(child)).sorted().toList();
                Optional<Path> here = sorted.stream()
                    .filter(child -> child.getFileName().toString().endsWith(".java"))
                    .filter(Files::isRegularFile)
                    .findFirst();
                return here.or(() -> sorted.stream()
                    .filter(Files::isDirectory)
                    .map(child -> firstSource(child, depth + 1))
                    .flatMap(Optional::stream)
                    .findFirst());
            } catch (IOException | UncheckedIOException denied) {
                return Optional.empty();
            }
        }
    }
}
