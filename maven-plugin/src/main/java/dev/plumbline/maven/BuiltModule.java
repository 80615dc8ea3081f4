package dev.plumbline.maven;

import dev.plumbline.project.Module;
import dev.plumbline.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;

/** A module as Maven has just built it, as a project to scan: nothing has to be guessed or looked up. */
final class BuiltModule {

    private static final int RELEASE_UNSAID = 17;

    private final MavenProject maven;

    BuiltModule(MavenProject maven) {
        this.maven = maven;
    }

    /**
     * @param classes given by hand; when not empty they replace Maven's
     * @param classpath likewise
     */
    Project project(List<Path> classes, List<Path> classpath) throws DependencyResolutionRequiredException {
        Path output = Path.of(maven.getBuild().getOutputDirectory());
        List<Path> ownClasses = Files.isDirectory(output) ? List.of(output) : List.of();
        Module module = new Module(maven.getArtifactId(), sources(), classes.isEmpty() ? ownClasses : classes,
            classpath.isEmpty() ? dependencies(output) : classpath, release());
        List<Module> modules = module.sources().isEmpty() ? List.of() : List.of(module);
        return new Project(root(maven.getBasedir().toPath().toAbsolutePath().normalize()), modules, List.of());
    }

    private List<Path> sources() {
        Path target = Path.of(maven.getBuild().getDirectory()).toAbsolutePath().normalize();
        return maven.getCompileSourceRoots().stream()
            .map(root -> maven.getBasedir().toPath().resolve(root).toAbsolutePath().normalize())
            .filter(root -> !root.startsWith(target)) // generated: nobody wrote it
            .filter(Files::isDirectory)
            .distinct()
            .toList();
    }

    private List<Path> dependencies(Path output) throws DependencyResolutionRequiredException {
        Set<Path> all = new LinkedHashSet<>();
        Stream.of(maven.getCompileClasspathElements(), maven.getRuntimeClasspathElements())
            .flatMap(List::stream)
            .map(Path::of)
            .filter(path -> !path.equals(output))
            .filter(Files::exists)
            .forEach(all::add);
        return List.copyOf(all);
    }

    private int release() {
        return Stream.of("maven.compiler.release", "maven.compiler.source", "java.version")
            .map(name -> maven.getProperties().getProperty(name, ""))
            .map(value -> value.strip().replaceFirst("^1\\.", ""))
            .filter(value -> value.matches("\\d{1,3}"))
            .map(Integer::valueOf)
            .findFirst()
            .orElse(RELEASE_UNSAID);
    }

    /** Paths in reports are those of the repository, so that reports of modules fit together. */
    private static Path root(Path folder) {
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(".git"))) {
                return above;
            }
        }
        return folder;
    }
}
