package dev.plumbline.maven;

import dev.plumbline.finding.UsageException;
import dev.plumbline.rules.spotbugs.SpotBugs;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * SpotBugs with what it needs to run, from the repositories that the build's plugins come from; mirrors and {@code
 * -o} are Maven's business. It is fetched when it is asked for and no sooner, for it is larger than all of
 * Plumbline.
 */
record SpotBugsJars(RepositorySystem system, MavenSession session, MavenProject project) {

    private static final String COORDINATES = "com.github.spotbugs:spotbugs:jar:";

    /**
     * SpotBugs in the version that Plumbline was built against.
     *
     * @throws UsageException when it cannot be had
     */
    List<Path> resolve() {
        String version = SpotBugs.version();
        CollectRequest wanted = new CollectRequest(
            new Dependency(new DefaultArtifact(COORDINATES + version), "runtime"),
            project.getRemotePluginRepositories());
        try {
            return system.resolveDependencies(session.getRepositorySession(), new DependencyRequest(wanted, null))
                .getArtifactResults().stream()
                .map(ArtifactResult::getArtifact)
                .map(artifact -> artifact.getFile().toPath())
                .toList();
        } catch (DependencyResolutionException missing) {
            throw new UsageException("SpotBugs " + version + " could not be had (" + missing.getMessage()
                + "); run once with access to the repositories, or leave plumbline.spotbugs out.");
        }
    }
}
