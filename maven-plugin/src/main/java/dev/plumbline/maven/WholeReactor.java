package dev.plumbline.maven;

import dev.plumbline.project.Module;
import dev.plumbline.project.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

/**
 * Modules of a reactor as one project: one report, one verdict.
 *
 * @param top whose repository paths in the report are relative to
 */
record WholeReactor(MavenSession session, MavenProject top, ProjectDependenciesResolver resolver) {

    /** All modules that this build has selected. */
    Project project(Analysis analysis, Log log) {
        return project(session.getProjects(), analysis, log);
    }

    /** Modules whose poms set {@code plumbline.skip} are left out, and so are those without sources. */
    Project project(List<MavenProject> selected, Analysis analysis, Log log) {
        Path root = ReportedPaths.root(session, top);
        MissingDependencies missing = new MissingDependencies(root);
        ReactorDependencies dependencies = new ReactorDependencies(session, resolver, missing);
        List<Module> modules = new ArrayList<>();
        for (MavenProject maven : selected) {
            BuiltModule module = new BuiltModule(maven);
            boolean isLeftOut = Boolean.parseBoolean(maven.getProperties().getProperty("plumbline.skip"));
            if (!isLeftOut && !module.sources().isEmpty()) {
                modules.add(module.with(analysis.classes(),
                    analysis.classpath().isEmpty() ? dependencies.of(maven) : analysis.classpath()));
            }
        }
        log.info("plumbline: " + (modules.isEmpty() ? "no module has sources" : "modules: "
            + modules.stream().map(Module::name).collect(Collectors.joining(", "))));
        modules.sort(Comparator.comparing(module -> module.sources().get(0)));
        return new Project(root, modules, missing.notices());
    }
}
