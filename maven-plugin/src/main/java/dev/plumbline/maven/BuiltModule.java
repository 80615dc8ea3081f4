package dev.plumbline.maven;

import dev.plumbline.project.Module;
import dev.plumbline.project.SourceTree;
import dev.plumbline.project.maven.CompilerRelease;
import dev.plumbline.project.maven.SourceFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/** A module as Maven knows it. */
record BuiltModule(MavenProject maven) {

    /**
     * @param classes given by hand; when not empty they replace Maven's
     * @param classpath its dependencies
     */
    Module with(List<Path> classes, List<Path> classpath) {
        return new Module(maven.getArtifactId(), sources(), classes.isEmpty() ? ownClasses() : classes, classpath,
            CompilerRelease.of(maven.getModel()));
    }

    boolean hasJava() {
        return sources().stream().anyMatch(folder -> !SourceTree.below(folder).files().isEmpty());
    }

    /**
     * The folders Maven compiles, and those the pom names when the plugins that add them have not run. Generated ones
     * are not among them: nobody wrote them.
     */
    List<Path> sources() {
        Path target = ReportedPaths.real(Path.of(maven.getBuild().getDirectory()));
        Stream<Path> roots =
            maven.getCompileSourceRoots().stream().map(root -> maven.getBasedir().toPath().resolve(root));
        return Stream.concat(roots, SourceFolders.of(maven.getModel()).stream())
            .map(ReportedPaths::real)
            .filter(root -> !root.startsWith(target))
            .filter(Files::isDirectory)
            .distinct()
            .toList();
    }

    private List<Path> ownClasses() {
        Path output = ReportedPaths.real(Path.of(maven.getBuild().getOutputDirectory()));
        return Files.isDirectory(output) ? List.of(output) : List.of();
    }
}
