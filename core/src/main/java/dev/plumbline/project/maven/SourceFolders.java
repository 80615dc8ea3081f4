package dev.plumbline.project.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Where a module's own main sources are: its source directory and what {@code build-helper:add-source} adds.
 */
final class SourceFolders {

    static List<Path> of(Model model) {
        Path folder = model.getPomFile().toPath().getParent();
        Path target = folder.resolve(model.getBuild().getDirectory());
        return Stream.concat(Stream.of(model.getBuild().getSourceDirectory()), added(model))
            .map(named -> folder.resolve(named).normalize())
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
