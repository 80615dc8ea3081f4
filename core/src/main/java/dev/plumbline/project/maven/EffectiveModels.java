package dev.plumbline.project.maven;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.DefaultModelBuilder;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelCache;
import org.apache.maven.model.building.ModelProblem;

/** Poms with their parents, profiles and properties worked in, each built once. */
final class EffectiveModels {

    /** Said when an imported pom is missing; {@link ClassPaths} reports each such dependency itself. */
    private static final String VERSION_MISSING = "'dependencies.dependency.version'";

    private final Reactor reactor;
    private final Invocation invocation;
    private final Problems problems;
    private final DefaultModelBuilder builder = new DefaultModelBuilderFactory().newInstance();
    private final ModelCache parents = new Remembered();
    private final Map<Path, Model> models = new HashMap<>();

    EffectiveModels(Reactor reactor, Invocation invocation, Problems problems) {
        this.reactor = reactor;
        this.invocation = invocation;
        this.problems = problems;
    }

    /** A pom that cannot be read gives Maven's standard folders and no dependencies. */
    Model of(Path pom) {
        Model known = models.get(pom);
        if (known != null) {
            return known;
        }
        Model model = build(pom);
        models.put(pom, model);
        return model;
    }

    private Model build(Path pom) {
        DefaultModelBuildingRequest request = new DefaultModelBuildingRequest();
        request.setPomFile(pom.toFile());
        request.setModelResolver(new LocalModels(pom, reactor, invocation.localRepository(), problems));
        request.setModelCache(parents);
        request.setSystemProperties(invocation.system());
        request.setUserProperties(invocation.user());
        request.setActiveProfileIds(invocation.profiles());
        request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
        try {
            return builder.build(request).getEffectiveModel();
        } catch (ModelBuildingException broken) {
            return asFarAsUnderstood(pom, broken);
        }
    }

    private Model asFarAsUnderstood(Path pom, ModelBuildingException broken) {
        Model partial = broken.getResult() == null ? null : broken.getResult().getEffectiveModel();
        boolean usable = partial != null && partial.getBuild() != null && partial.getPomFile() != null;
        Optional<String> reason = broken.getProblems().stream()
            .filter(problem -> problem.getSeverity() != ModelProblem.Severity.WARNING)
            .map(problem -> problem.getMessage().lines().findFirst().orElse(""))
            .filter(message -> !message.startsWith(VERSION_MISSING))
            .map(message -> message.replaceFirst("^Non-parseable POM .*?: ", "").replaceFirst("\\.$| ?@.*$", ""))
            .findFirst();
        if (usable) {
            reason.ifPresent(why -> problems.add("unreadable-pom", pom, "This pom has a mistake (" + why
                + "), so its dependencies may be incomplete; mend it or give --classpath."));
            return partial;
        }
        problems.add("unreadable-pom", pom, "This pom could not be understood (" + reason.orElse("no reason given")
            + "), so its module was scanned with Maven's standard folders and without dependencies; mend it or give"
            + " --classes and --classpath.");
        return standard(pom);
    }

    private static Model standard(Path pom) {
        Path folder = pom.getParent();
        Build build = new Build();
        build.setDirectory(folder.resolve("target").toString());
        build.setOutputDirectory(folder.resolve("target/classes").toString());
        build.setTestOutputDirectory(folder.resolve("target/test-classes").toString());
        build.setSourceDirectory(folder.resolve("src/main/java").toString());
        Model model = new Model();
        model.setArtifactId(Objects.toString(folder.getFileName(), "project"));
        model.setPomFile(pom.toFile());
        model.setBuild(build);
        return model;
    }

    /** Parents and imports are shared by many modules. */
    private static final class Remembered implements ModelCache {

        private final Map<String, Object> values = new HashMap<>();

        @Override
        public void put(String group, String artifact, String version, String tag, Object data) {
            values.put(String.join(":", group, artifact, version, tag), data);
        }

        @Override
        public Object get(String group, String artifact, String version, String tag) {
            return values.get(String.join(":", group, artifact, version, tag));
        }
    }
}
