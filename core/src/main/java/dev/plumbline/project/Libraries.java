package dev.plumbline.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars that a project keeps beside its sources, in {@code lib}, {@code libs} and the like. */
final class Libraries {

    private static final int DEPTH = 3;

    static List<Path> in(Path project) {
        return list(project)
            .filter(folder -> folder.getFileName().toString().matches("lib(s|rary|raries)?"))
            .flatMap(Libraries::jars)
            .toList();
    }

    private static Stream<Path> jars(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files
                .filter(file -> file.getFileName().toString().endsWith(".jar"))
                .filter(file -> !file.getFileName().toString().matches(".*-(sources|javadoc)\\.jar"))
                .filter(Files::isRegularFile)
                .sorted()
                .toList()
                .stream();
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.empty();
        }
    }

    private static Stream<Path> list(Path project) {
        try (Stream<Path> children = Files.list(project)) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException | UncheckedIOException unreadable) {
            return Stream.empty();
        }
    }

    private Libraries() {
    }
}
