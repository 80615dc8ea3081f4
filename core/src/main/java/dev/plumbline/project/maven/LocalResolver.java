package dev.plumbline.project.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.impl.MetadataResolver;
import org.eclipse.aether.impl.RepositoryEventDispatcher;
import org.eclipse.aether.impl.VersionRangeResolver;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.spi.synccontext.SyncContextFactory;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.transport.http.ChecksumExtractor;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;
import org.eclipse.aether.version.VersionConstraint;

/**
 * Maven's resolver, but for two things: it has no way to reach any network, and a version range chooses among
 * the versions the local repository holds.
 */
final class LocalResolver extends RepositorySystemSupplier {

    @Override
    protected Map<String, TransporterFactory> getTransporterFactories(Map<String, ChecksumExtractor> extractors) {
        return Map.of();
    }

    @Override
    protected Map<String, ChecksumExtractor> getChecksumExtractors() {
        return Map.of();
    }

    @Override
    protected VersionRangeResolver getVersionRangeResolver(MetadataResolver metadata, SyncContextFactory sync,
            RepositoryEventDispatcher events) {
        return LocalResolver::versions;
    }

    private static VersionRangeResult versions(RepositorySystemSession session, VersionRangeRequest request)
            throws VersionRangeResolutionException {
        VersionRangeResult result = new VersionRangeResult(request);
        GenericVersionScheme scheme = new GenericVersionScheme();
        try {
            VersionConstraint constraint = scheme.parseVersionConstraint(request.getArtifact().getVersion());
            result.setVersionConstraint(constraint);
            if (constraint.getRange() == null) {
                result.addVersion(constraint.getVersion());
                return result;
            }
            for (String name : held(session, request.getArtifact())) {
                Version version = scheme.parseVersion(name);
                if (constraint.containsVersion(version)) {
                    result.addVersion(version);
                }
            }
            result.setVersions(result.getVersions().stream().sorted().toList());
            return result;
        } catch (InvalidVersionSpecificationException invalid) {
            result.addException(invalid);
            throw new VersionRangeResolutionException(result);
        }
    }

    private static List<String> held(RepositorySystemSession session, Artifact artifact) {
        List<String> siblings = session.getWorkspaceReader().findVersions(artifact);
        Path folder = session.getLocalRepository().getBasedir().toPath()
            .resolve(artifact.getGroupId().replace('.', '/')).resolve(artifact.getArtifactId());
        if (!siblings.isEmpty() || !Files.isDirectory(folder)) {
            return siblings;
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.filter(Files::isDirectory)
                .map(version -> version.getFileName().toString())
                .filter(name -> Files.exists(folder.resolve(name)
                    .resolve(artifact.getArtifactId() + "-" + name + ".pom")))
                .toList();
        } catch (IOException unreadable) {
            return List.of(); // then the range is reported as missing
        }
    }
}
