package dev.plumbline.project.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.repository.internal.MavenWorkspaceReader;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceRepository;

/** Stands the class folders of a build's own modules in for their jars. */
final class Siblings implements MavenWorkspaceReader {

    private final WorkspaceRepository repository = new WorkspaceRepository("modules");
    private final Reactor reactor;
    private final EffectiveModels models;

    Siblings(Reactor reactor, EffectiveModels models) {
        this.reactor = reactor;
        this.models = models;
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public Model findModel(Artifact artifact) {
        return reactor.find(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion())
            .map(models::of)
            .orElse(null);
    }

    /**
     * The class folder even before it exists: the module is part of the build, so it is not missing. A
     * module's tests and attached archives are only known after a build.
     */
    @Override
    public File findArtifact(Artifact artifact) {
        Path pom = reactor.find(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion())
            .orElse(null);
        if (pom == null) {
            return null;
        }
        if (artifact.getExtension().equals("pom")) {
            return pom.toFile();
        }
        if (!artifact.getExtension().equals("jar")) {
            return null;
        }
        if (artifact.getClassifier().isEmpty()) {
            return new File(models.of(pom).getBuild().getOutputDirectory());
        }
        if (!artifact.getClassifier().equals("tests")) {
            return null;
        }
        Path tests = Path.of(models.of(pom).getBuild().getTestOutputDirectory());
        return Files.isDirectory(tests) ? tests.toFile() : null;
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        Model model = findModel(artifact.setVersion(artifact.getVersion()));
        return model == null || model.getVersion() == null ? List.of() : List.of(model.getVersion());
    }
}
