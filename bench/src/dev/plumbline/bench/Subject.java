package dev.plumbline.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A library as it was fetched: class files, sources and what it depends on. */
record Subject(Path jar, Path sources, List<Path> dependencies) {

    /** The folder is named like the artefact and holds nothing but jars. */
    static Subject in(Path folder, String version) throws IOException {
        String name = folder.getFileName() + "-" + version;
        Path jar = folder.resolve(name + ".jar");
        Path sources = folder.resolve(name + "-sources.jar");
        try (Stream<Path> files = Files.list(folder)) {
            return new Subject(jar, sources, files
                .filter(file -> !file.equals(jar) && !file.equals(sources))
                .sorted()
                .toList());
        }
    }

    String classpath() {
        return joined(dependencies.stream());
    }

    /** For tools that are given sources and look up every class. */
    String classpathWithItself() {
        return joined(Stream.concat(Stream.of(jar), dependencies.stream()));
    }

    private static String joined(Stream<Path> paths) {
        return paths.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
