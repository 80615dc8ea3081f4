package dev.plumbline.maven;

import dev.plumbline.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** One module with the dependencies that Maven has resolved for the goal: nothing has to be looked up. */
record OwnModule(MavenSession session, MavenProject maven) {

    /** Empty, and said in the log, when the module has no Java. */
    Optional<Project> project(Analysis analysis, Log log) {
        if (maven.getPackaging().equals("pom")) {
            log.debug("plumbline: skipped, a module of packaging pom has no code");
            return Optional.empty();
        }
        BuiltModule module = new BuiltModule(maven);
        if (!module.hasJava()) {
            log.info("plumbline: this module has no Java sources");
            return Optional.empty();
        }
        return Optional.of(new Project(ReportedPaths.root(session, maven),
            List.of(module.with(analysis.classes(), analysis.classpath().isEmpty() ? jars() : analysis.classpath())),
            List.of()));
    }

    private List<Path> jars() {
        return maven.getArtifacts().stream()
            .filter(artifact -> !Artifact.SCOPE_TEST.equals(artifact.getScope()))
            .filter(artifact -> artifact.getArtifactHandler().isAddedToClasspath() && artifact.getFile() != null)
            .map(artifact -> artifact.getFile().toPath())
            .filter(Files::exists)
            .distinct()
            .toList();
    }
}
