package dev.plumbline.project;

import dev.plumbline.project.maven.MavenBuild;
import dev.plumbline.project.maven.MavenModule;
import dev.plumbline.project.maven.MavenProblem;
import java.nio.file.Path;
import java.util.List;

/** The modules of a Maven build. */
final class MavenLayout {

    private final Remarks remarks;
    private final boolean resolving;

    /** @param resolving whether dependencies are looked up; not needed when a class path was given */
    MavenLayout(Remarks remarks, boolean resolving) {
        this.remarks = remarks;
        this.resolving = resolving;
    }

    List<Module> modules(Path pom) {
        MavenBuild build = read(pom);
        build.problems().forEach(this::remark);
        return build.modules().stream().map(MavenLayout::module).toList();
    }

    MavenBuild read(Path pom) {
        return resolving ? MavenBuild.read(pom) : MavenBuild.readWithoutDependencies(pom);
    }

    void remark(MavenProblem problem) {
        remarks.incomplete(problem.kind(), problem.pom(), problem.message());
    }

    static Module module(MavenModule maven) {
        return new Module(maven.name(), maven.sources(), maven.classes(), maven.classpath(), maven.release());
    }
}
