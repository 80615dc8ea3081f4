package dev.plumbline.project.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.model.Model;

/**
 * What a {@code pom.xml} and the modules below it say about sources, classes and dependencies.
 *
 * @param modules those with sources, each aggregator's own first
 */
public record MavenBuild(List<MavenModule> modules, List<MavenProblem> problems) {

    /** Reads the build with the dependencies of each module, as far as this machine has them. */
    public static MavenBuild read(Path pom) {
        Invocation invocation = Invocation.of(pom.getParent(), System.getProperties(), System.getenv());
        return read(pom, invocation, true);
    }

    /** Reads the build alone: for when the class path is known. */
    public static MavenBuild readWithoutDependencies(Path pom) {
        Invocation invocation = Invocation.of(pom.getParent(), System.getProperties(), System.getenv());
        return read(pom, invocation, false);
    }

    static MavenBuild read(Path pom, Invocation invocation, boolean dependencies) {
        Reactor reactor = Reactor.around(pom);
        Problems problems = new Problems();
        EffectiveModels models = new EffectiveModels(reactor, invocation, problems);
        List<Model> effective = new ArrayList<>();
        collect(pom, models, problems, new TreeSet<>(), effective);

        List<MavenModule> modules = new ArrayList<>();
        ClassPaths classPaths = new ClassPaths(invocation, new Siblings(reactor, models), problems);
        for (Model model : effective) {
            List<Path> sources = SourceFolders.of(model);
            if (sources.isEmpty()) {
                continue;
            }
            Path own = model.getPomFile().toPath();
            Path classes = own.resolveSibling(model.getBuild().getOutputDirectory());
            modules.add(new MavenModule(model.getArtifactId(), own, sources,
                Files.isDirectory(classes) ? List.of(classes) : List.of(),
                dependencies ? classPaths.of(model) : List.of(),
                CompilerRelease.of(model)));
        }
        return new MavenBuild(List.copyOf(modules), problems.all());
    }

    private static void collect(Path pom, EffectiveModels models, Problems problems, Set<Path> seen,
            List<Model> found) {
        if (!seen.add(pom)) {
            return;
        }
        Model model = models.of(pom);
        found.add(model);
        for (String module : model.getModules()) {
            Path child = Reactor.pomOf(pom, module);
            if (Files.isRegularFile(child)) {
                collect(child, models, problems, seen, found);
            } else {
                problems.add("missing-module", pom, "The module " + module.strip()
                    + " does not exist, so it was not scanned; remove it from <modules> or restore its pom.xml.");
            }
        }
    }
}
