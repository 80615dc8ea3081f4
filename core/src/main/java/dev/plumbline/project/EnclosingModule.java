package dev.plumbline.project;

import dev.plumbline.project.maven.MavenBuild;
import dev.plumbline.project.maven.MavenModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The module that a named file or folder belongs to when the user named a part of a project: its classes and
 * its class path hold for the part too.
 */
final class EnclosingModule {

    private final Remarks remarks;
    private final boolean resolving;

    EnclosingModule(Remarks remarks, boolean resolving) {
        this.remarks = remarks;
        this.resolving = resolving;
    }

    /**
     * The enclosing module with only the named sources; empty when the path is no part of a build's main
     * sources.
     */
    List<Module> of(Path part) {
        for (Path folder = part.getParent(); folder != null; folder = folder.getParent()) {
            switch (BuildFile.of(folder)) {
                case MAVEN -> {
                    return inMaven(folder.resolve("pom.xml"), part);
                }
                case GRADLE -> {
                    return inGradle(folder, part);
                }
                case NONE -> {
                    if (Files.exists(folder.resolve(".git"))) {
                        return List.of();
                    }
                }
            }
        }
        return List.of();
    }

    private List<Module> inMaven(Path pom, Path part) {
        if (sources(MavenBuild.readWithoutDependencies(pom), part).isEmpty()) {
            return List.of();
        }
        MavenLayout layout = new MavenLayout(remarks, resolving);
        MavenBuild build = layout.read(pom);
        List<MavenModule> modules = sources(build, part);
        List<Path> poms = modules.stream().map(MavenModule::pom).toList();
        build.problems().stream().filter(problem -> poms.contains(problem.pom())).forEach(layout::remark);
        return narrowed(modules.stream().map(MavenLayout::module).toList(), part);
    }

    private static List<MavenModule> sources(MavenBuild build, Path part) {
        return build.modules().stream()
            .filter(module -> module.sources().stream().anyMatch(source -> meets(source, part)))
            .toList();
    }

    private List<Module> inGradle(Path folder, Path part) {
        Path source = folder.resolve("src/main/java");
        if (!Files.isDirectory(source) || !meets(source, part)) {
            return List.of();
        }
        List<Module> modules = new GradleLayout(remarks, resolving).modules(folder);
        return narrowed(modules, part);
    }

    private static List<Module> narrowed(List<Module> modules, Path part) {
        List<Module> narrowed = new ArrayList<>();
        for (Module module : modules) {
            List<Path> sources = module.sources().stream()
                .filter(source -> meets(source, part))
                .map(source -> source.startsWith(part) ? source : part)
                .distinct()
                .toList();
            if (!sources.isEmpty()) {
                narrowed.add(module.withSources(sources));
            }
        }
        return narrowed;
    }

    private static boolean meets(Path source, Path part) {
        return source.startsWith(part) || part.startsWith(source);
    }
}
