package dev.plumbline.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/**
 * The dependencies of modules, all scopes but test. Modules of the same reactor stand for themselves, by their class
 * folders, whether they were built or not: Maven would look for them in repositories and fail. What cannot be
 * resolved is kept as missing, and the rest is used.
 */
final class ReactorDependencies {

    private final MavenSession session;
    private final ProjectDependenciesResolver resolver;
    private final MissingDependencies missing;
    private final Map<String, MavenProject> siblings = new HashMap<>();

    ReactorDependencies(MavenSession session, ProjectDependenciesResolver resolver, MissingDependencies missing) {
        this.session = session;
        this.resolver = resolver;
        this.missing = missing;
        for (MavenProject module : session.getAllProjects()) {
            if (session.getProjects().contains(module) || Files.isDirectory(classes(module))) {
                siblings.put(key(module.getGroupId(), module.getArtifactId(), module.getVersion()), module);
            }
        }
    }

    List<Path> of(MavenProject module) {
        DependencyResolutionResult result = resolve(module);
        result.getCollectionErrors().forEach(error -> missing.add("A dependency (" + error.getMessage() + ")",
            module.getFile().toPath()));
        result.getUnresolvedDependencies().forEach(one -> missing.add(coordinates(one.getArtifact()),
            module.getFile().toPath()));
        if (result.getDependencyGraph() == null) {
            return List.of();
        }
        Set<Path> all = new LinkedHashSet<>();
        collect(result.getDependencyGraph(), all);
        return List.copyOf(all);
    }

    private void collect(DependencyNode node, Set<Path> all) {
        for (DependencyNode child : node.getChildren()) {
            if (isWanted(child.getDependency())) {
                file(child.getArtifact()).filter(Files::exists).ifPresent(all::add);
            }
            collect(child, all);
        }
    }

    private DependencyResolutionResult resolve(MavenProject module) {
        DefaultDependencyResolutionRequest request =
            new DefaultDependencyResolutionRequest(module, session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> node.getDependency() == null
            || isWanted(node.getDependency()) && sibling(node.getArtifact()).isEmpty());
        try {
            return resolver.resolve(request);
        } catch (DependencyResolutionException partial) {
            return partial.getResult();
        }
    }

    private static boolean isWanted(Dependency dependency) {
        return !dependency.getScope().equals("test") && dependency.getArtifact().getExtension().equals("jar");
    }

    private Optional<Path> file(Artifact artifact) {
        Optional<MavenProject> sibling = sibling(artifact);
        if (sibling.isPresent()) {
            boolean isMain = artifact.getClassifier().isEmpty();
            return isMain ? sibling.map(ReactorDependencies::classes) : Optional.empty();
        }
        return Optional.ofNullable(artifact.getFile()).map(file -> ReportedPaths.real(file.toPath()));
    }

    private Optional<MavenProject> sibling(Artifact artifact) {
        return Optional.ofNullable(
            siblings.get(key(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion())));
    }

    private static Path classes(MavenProject module) {
        return ReportedPaths.real(Path.of(module.getBuild().getOutputDirectory()));
    }

    private static String key(String group, String artifact, String version) {
        return group + ":" + artifact + ":" + version;
    }

    private static String coordinates(Artifact artifact) {
        String classifier = artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion() + classifier;
    }
}
