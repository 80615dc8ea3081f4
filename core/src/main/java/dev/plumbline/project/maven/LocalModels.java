package dev.plumbline.project.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.building.StringModelSource;
import org.apache.maven.model.resolution.ModelResolver;

/**
 * Finds parents and imported poms among the modules and in the local repository. One that is missing becomes
 * an empty pom and a problem, so that the rest of the model still stands.
 */
@SuppressWarnings("deprecation") // ModelSource: Maven's own interface still asks for it
final class LocalModels implements ModelResolver {

    private final Path asking;
    private final Reactor reactor;
    private final Path localRepository;
    private final Problems problems;

    /** @param asking the pom on whose behalf models are looked up */
    LocalModels(Path asking, Reactor reactor, Path localRepository, Problems problems) {
        this.asking = asking;
        this.reactor = reactor;
        this.localRepository = localRepository;
        this.problems = problems;
    }

    @Override
    public ModelSource resolveModel(String group, String artifact, String version) {
        Optional<Path> module = reactor.find(group, artifact, version);
        Path pom = module.orElseGet(() -> localRepository.resolve(group.replace('.', '/')).resolve(artifact)
            .resolve(version).resolve(artifact + "-" + version + ".pom"));
        if (Files.isRegularFile(pom)) {
            return new FileModelSource(pom.toFile());
        }
        problems.missing(group + ":" + artifact + ":" + version, asking);
        return new StringModelSource("<project><modelVersion>4.0.0</modelVersion><groupId>" + escaped(group)
            + "</groupId><artifactId>" + escaped(artifact) + "</artifactId><version>" + escaped(version)
            + "</version><packaging>pom</packaging></project>");
    }

    @Override
    public ModelSource resolveModel(Parent parent) {
        return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
    }

    @Override
    public ModelSource resolveModel(Dependency imported) {
        return resolveModel(imported.getGroupId(), imported.getArtifactId(), imported.getVersion());
    }

    @Override
    public void addRepository(Repository repository) {
        // nothing is ever fetched, so where from does not matter
    }

    @Override
    public void addRepository(Repository repository, boolean replace) {
        // as above
    }

    @Override
    public ModelResolver newCopy() {
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
