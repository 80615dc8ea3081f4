package dev.plumbline.project.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/**
 * The poms that are built together with one pom, as they are written. When the pom is a module of an
 * aggregator further up, the whole of that is in it, so that siblings are found without being installed.
 */
final class Reactor {

    private final Map<Path, Optional<Model>> written = new LinkedHashMap<>();

    private Reactor() {
    }

    static Reactor around(Path pom) {
        Reactor below = from(pom);
        for (Path folder = pom.getParent(); folder != null; folder = folder.getParent()) {
            Path aggregator = folder.resolve("pom.xml");
            if (!aggregator.equals(pom) && Files.isRegularFile(aggregator)) {
                Reactor wider = from(aggregator);
                below = wider.written.containsKey(pom) ? wider : below;
            }
            if (Files.exists(folder.resolve(".git"))) {
                break;
            }
        }
        return below;
    }

    /** The pom a {@code <module>} names: a folder or a file. */
    static Path pomOf(Path aggregator, String module) {
        Path named = aggregator.getParent().resolve(module.strip().replace('\\', '/')).normalize();
        return Files.isDirectory(named) ? named.resolve("pom.xml") : named;
    }

    /**
     * The pom of an artefact of this build, whatever its version says while {@code ${revision}} is not yet
     * known.
     */
    Optional<Path> find(String group, String artifact, String version) {
        return written.entrySet().stream()
            .filter(pom -> pom.getValue().filter(model -> matches(model, group, artifact, version)).isPresent())
            .map(Map.Entry::getKey)
            .findFirst();
    }

    private static Reactor from(Path pom) {
        Reactor reactor = new Reactor();
        reactor.read(pom);
        return reactor;
    }

    private void read(Path pom) {
        if (written.containsKey(pom) || !Files.isRegularFile(pom)) {
            return;
        }
        Optional<Model> model = parse(pom);
        written.put(pom, model);
        model.ifPresent(read -> modules(read).forEach(module -> read(pomOf(pom, module))));
    }

    /** Of all profiles: which of them are active is not known yet, and a pom too many does no harm here. */
    private static Stream<String> modules(Model model) {
        return Stream.concat(model.getModules().stream(),
            model.getProfiles().stream().map(Profile::getModules).flatMap(modules -> modules.stream()));
    }

    private static Optional<Model> parse(Path pom) {
        try (InputStream in = Files.newInputStream(pom)) {
            return Optional.of(new MavenXpp3Reader().read(in, false));
        } catch (IOException | XmlPullParserException unreadable) {
            return Optional.empty(); // said when its effective model is asked for
        }
    }

    private static boolean matches(Model model, String group, String artifact, String version) {
        String ownGroup = model.getGroupId() == null && model.getParent() != null
            ? model.getParent().getGroupId() : model.getGroupId();
        String ownVersion = model.getVersion() == null && model.getParent() != null
            ? model.getParent().getVersion() : model.getVersion();
        return artifact.equals(model.getArtifactId())
            && Objects.equals(group, ownGroup)
            && (Objects.equals(version, ownVersion) || ownVersion != null && ownVersion.contains("${"));
    }
}
