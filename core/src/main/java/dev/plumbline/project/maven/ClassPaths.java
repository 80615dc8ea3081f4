package dev.plumbline.project.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.repository.internal.ArtifactDescriptorReaderDelegate;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.DefaultRepositoryCache;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.artifact.DefaultArtifactType;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.CollectResult;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.util.artifact.DefaultArtifactTypeRegistry;
import org.eclipse.aether.util.graph.visitor.PreorderNodeListGenerator;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;

/**
 * Resolves the dependencies of modules, all scopes but test, with Maven's own resolver and no remote
 * repository. What is missing becomes a problem; the rest is resolved.
 */
final class ClassPaths {

    private static final Set<String> SCOPES = Set.of("", "compile", "provided", "runtime", "system");

    private final RepositorySystem system = new LocalResolver().get();
    private final DefaultRepositorySystemSession session;
    private final Problems problems;

    ClassPaths(Invocation invocation, Siblings siblings, Problems problems) {
        this.problems = problems;
        this.session = MavenRepositorySystemUtils.newSession();
        session.setOffline(true);
        session.setCache(new DefaultRepositoryCache());
        session.setWorkspaceReader(siblings);
        session.setSystemProperties(invocation.system());
        session.setUserProperties(invocation.user());
        session.setIgnoreArtifactDescriptorRepositories(true);
        session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(true, true));
        // The plainest kind: the default one refuses artefacts that another repository id has fetched.
        session.setLocalRepositoryManager(system.newLocalRepositoryManager(session,
            new LocalRepository(invocation.localRepository().toFile(), "simple")));
        ((DefaultArtifactTypeRegistry) session.getArtifactTypeRegistry())
            .add(new DefaultArtifactType("bundle", "jar", "", "java"));
    }

    List<Path> of(Model model) {
        Path pom = model.getPomFile().toPath();
        session.setRepositoryListener(new PomsThatAreMissing(pom));
        CollectResult collected = collect(request(model, pom), pom);
        if (collected.getRoot() == null) {
            return List.of();
        }
        PreorderNodeListGenerator nodes = new PreorderNodeListGenerator();
        collected.getRoot().accept(nodes);
        List<ArtifactRequest> wanted = new ArrayList<>();
        for (Artifact artifact : nodes.getArtifacts(true)) {
            if (artifact.getExtension().equals("jar")) {
                wanted.add(new ArtifactRequest(artifact, List.of(), null));
            }
        }
        return resolve(wanted, pom);
    }

    private CollectRequest request(Model model, Path pom) {
        Model usable = model.clone();
        usable.setDependencies(model.getDependencies().stream()
            .filter(dependency -> dependency.getScope() == null || SCOPES.contains(dependency.getScope()))
            .filter(dependency -> hasVersion(dependency, pom))
            .toList());
        ArtifactDescriptorResult declared = new ArtifactDescriptorResult(new ArtifactDescriptorRequest());
        new ArtifactDescriptorReaderDelegate().populateResult(session, declared, usable);
        CollectRequest request = new CollectRequest();
        request.setRootArtifact(new DefaultArtifact(model.getGroupId() == null ? "" : model.getGroupId(),
            model.getArtifactId(), "pom", model.getVersion() == null ? "" : model.getVersion()));
        request.setDependencies(declared.getDependencies());
        request.setManagedDependencies(declared.getManagedDependencies());
        return request;
    }

    private boolean hasVersion(Dependency dependency, Path pom) {
        if (dependency.getVersion() != null && !dependency.getVersion().isBlank()) {
            return true;
        }
        problems.missing(dependency.getGroupId() + ":" + dependency.getArtifactId() + " (of unknown version)", pom);
        return false;
    }

    private CollectResult collect(CollectRequest request, Path pom) {
        try {
            return system.collectDependencies(session, request);
        } catch (DependencyCollectionException incomplete) {
            for (Exception cause : incomplete.getResult().getExceptions()) {
                if (cause instanceof VersionRangeResolutionException range) {
                    problems.missing(coordinates(range.getResult().getRequest().getArtifact()), pom);
                } else {
                    problems.add("missing-dependency", pom, "Not all dependencies could be followed ("
                        + cause.getMessage() + "); run the project's build once or give its class path with"
                        + " --classpath.");
                }
            }
            return incomplete.getResult();
        }
    }

    private List<Path> resolve(List<ArtifactRequest> wanted, Path pom) {
        List<ArtifactResult> results;
        try {
            results = system.resolveArtifacts(session, wanted);
        } catch (ArtifactResolutionException incomplete) {
            results = incomplete.getResults();
        }
        List<Path> found = new ArrayList<>();
        for (ArtifactResult result : results) {
            if (!result.isResolved()) {
                problems.missing(coordinates(result.getRequest().getArtifact()), pom);
                continue;
            }
            Path file = result.getArtifact().getFile().toPath();
            if (Files.exists(file) && !found.contains(file)) {
                found.add(file);
            }
        }
        return found;
    }

    private static String coordinates(Artifact artifact) {
        String classifier = artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion() + classifier;
    }

    /** Without its pom, an artefact's own dependencies are unknown even when its jar is there. */
    private final class PomsThatAreMissing extends AbstractRepositoryListener {

        private final Path asking;

        PomsThatAreMissing(Path asking) {
            this.asking = asking;
        }

        @Override
        public void artifactDescriptorMissing(RepositoryEvent event) {
            problems.missing(coordinates(event.getArtifact()), asking);
        }

        @Override
        public void artifactDescriptorInvalid(RepositoryEvent event) {
            problems.missing(coordinates(event.getArtifact()), asking);
        }
    }
}
