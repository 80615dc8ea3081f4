package dev.plumbline.project.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Where a module's own main sources are: its source directory, what {@code build-helper:add-source} adds, and the
 * folders where compilers of other languages look, for Java as well.
 */
public final class SourceFolders {

    private static final List<String> OTHERS = List.of("kotlin", "groovy", "scala");

    /** Those that exist, generated ones not among them. */
    public static List<Path> of(Model model) {
        Path folder = model.getPomFile().toPath().getParent();
        Path target = folder.resolve(model.getBuild().getDirectory());
        Path main = folder.resolve(model.getBuild().getSourceDirectory()).normalize();
        Stream<Path> named = added(model).map(added -> folder.resolve(added).normalize());
        Stream<Path> beside =
            OTHERS.stream().filter(language -> main.endsWith("src/main/java")).map(main::resolveSibling);
        return Stream.of(Stream.of(main), named, beside)
            .flatMap(folders -> folders)
            .filter(source -> !source.startsWith(target)) // generated: nobody wrote it
            .filter(Files::isDirectory)
            .distinct()
            .toList();
    }

    private static Stream<String> added(Model model) {
        return model.getBuild().getPlugins().stream()
            .filter(plugin -> plugin.getArtifactId().equals("build-helper-maven-plugin"))
            .map(Plugin::getExecutions)
            .flatMap(List::stream)
            .filter(execution -> execution.getGoals().contains("add-source"))
            .map(execution -> (Xpp3Dom) execution.getConfiguration())
            .filter(configuration -> configuration != null && configuration.getChild("sources") != null)
            .flatMap(configuration -> Stream.of(configuration.getChild("sources").getChildren()))
            .map(Xpp3Dom::getValue)
            .filter(source -> source != null && !source.isBlank())
            .map(String::strip);
    }

    private SourceFolders() {
    }
}
