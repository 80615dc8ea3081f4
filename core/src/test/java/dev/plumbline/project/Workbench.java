package dev.plumbline.project;

import dev.plumbline.finding.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder on disk that tests fill with projects, with a local Maven repository of its own. */
final class Workbench {

    private final Path folder;

    Workbench(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        write(".mvn/maven.config", "-Dmaven.repo.local=repository");
        write(".git/HEAD", "ref: refs/heads/main\n");
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Workbench write(String name, String text) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.writeString(path(name), text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A pom of the group {@code shop}; what else it says comes in {@code more}. */
    Workbench pom(String name, String artifact, String more) {
        return write(name, "<project><modelVersion>4.0.0</modelVersion><groupId>shop</groupId><artifactId>" + artifact
            + "</artifactId><version>1</version>" + more + "</project>");
    }

    /** Puts {@code lib:<name>:1} into the local repository. */
    Workbench installed(String name, String more) {
        jar("repository/lib/" + name + "/1/" + name + "-1.jar", Map.of());
        return write("repository/lib/" + name + "/1/" + name + "-1.pom", "<project><modelVersion>4.0.0</modelVersion>"
            + "<groupId>lib</groupId><artifactId>" + name + "</artifactId><version>1</version>" + more + "</project>");
    }

    static String on(String name, String more) {
        return "<dependency><groupId>lib</groupId><artifactId>" + name + "</artifactId><version>1</version>" + more
            + "</dependency>";
    }

    Workbench jar(String name, Map<String, byte[]> entries) {
        try {
            Files.createDirectories(path(name).getParent());
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path(name)))) {
                for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Project discover(String... names) {
        List<Path> paths = new ArrayList<>();
        for (String name : names) {
            paths.add(path(name));
        }
        return Project.discover(new Project.Request(paths, List.of(), List.of()));
    }

    /** Paths as this folder has them, with forward slashes. */
    List<String> shown(List<Path> paths) {
        return paths.stream().map(path -> folder.relativize(path).toString().replace('\\', '/')).toList();
    }

    static List<String> kinds(Project project) {
        return project.notices().stream().map(Notice::kind).toList();
    }
}
