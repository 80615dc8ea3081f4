package dev.plumbline.index;

import dev.plumbline.finding.Notice;
import dev.plumbline.name.ClassName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of a runtime image. Which modules hold a package is read at once, a package's classes when one
 * of them is first asked for.
 */
final class ImageClasses implements ClassContainer {

    private final String home;
    private final Map<String, List<Path>> packages;
    private final Map<String, Map<String, Path>> classes = new ConcurrentHashMap<>();

    /** @param home what notices call the runtime */
    static ImageClasses of(FileSystem image, String home) throws IOException {
        Map<String, List<Path>> packages = new TreeMap<>();
        for (Path entry : children(image.getPath("/packages"))) {
            String name = entry.getFileName().toString().replace('.', '/');
            List<Path> folders = children(entry).stream()
                .map(module -> image.getPath("/modules", module.getFileName().toString(), name))
                .sorted()
                .toList();
            packages.put(name, folders);
        }
        return new ImageClasses(home, packages);
    }

    private ImageClasses(String home, Map<String, List<Path>> packages) {
        this.home = home;
        this.packages = packages;
    }

    private static Set<Path> children(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            Set<Path> all = new HashSet<>();
            children.forEach(all::add);
            return all;
        }
    }

    @Override
    public List<ClassName> names() {
        return List.of();
    }

    /** Opens nothing but folders. */
    boolean has(ClassName name) {
        return classes(packageOf(name)).containsKey(name.internal());
    }

    @Override
    public byte[] read(ClassName name) throws IOException {
        try (InputStream in = Files.newInputStream(classes(packageOf(name)).get(name.internal()))) {
            return ClassBytes.read(in);
        }
    }

    private static String packageOf(ClassName name) {
        return name.internal().substring(0, Math.max(0, name.internal().lastIndexOf('/')));
    }

    private Map<String, Path> classes(String inPackage) {
        return packages.containsKey(inPackage) ? classes.computeIfAbsent(inPackage, this::list) : Map.of();
    }

    private Map<String, Path> list(String inPackage) {
        Map<String, Path> found = new TreeMap<>();
        for (Path folder : packages.get(inPackage)) {
            try {
                for (Path file : children(folder)) {
                    ClassNames.of(inPackage + "/" + file.getFileName())
                        .ifPresent(name -> found.putIfAbsent(name.internal(), file));
                }
            } catch (IOException e) {
                // A module can be listed for a package it holds nothing of.
            }
        }
        return found;
    }

    @Override
    public String file(ClassName name) {
        return home + "!/" + name.internal() + ClassNames.SUFFIX;
    }

    @Override
    public List<Notice> notices() {
        return List.of();
    }
}
