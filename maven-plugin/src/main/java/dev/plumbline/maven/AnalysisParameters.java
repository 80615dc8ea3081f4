package dev.plumbline.maven;

import dev.plumbline.engine.FindingSource;
import dev.plumbline.rules.spotbugs.SpotBugs;
import dev.plumbline.sarif.SarifImport;
import dev.plumbline.settings.SettingsSource;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/**
 * What is analysed and with what: the parameters that all goals share which look at code. They have the names of the
 * command line's options.
 */
abstract class AnalysisParameters extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Inject
    private ProjectDependenciesResolver dependencies;

    @Inject
    private RepositorySystem repositories;

    /** Does nothing. */
    @Parameter(property = "plumbline.skip", defaultValue = "false")
    private boolean skip;

    /** Run these rules only, previews among them. */
    @Parameter(property = "plumbline.rules")
    private List<String> rules = List.of();

    /** Run rules of these packs only. */
    @Parameter(property = "plumbline.packs")
    private List<String> packs = List.of();

    /** Report on files that match one of these globs only; paths are relative to the repository. */
    @Parameter(property = "plumbline.include")
    private List<String> include = List.of();

    /** Leave out files that match one of these globs. */
    @Parameter(property = "plumbline.exclude")
    private List<String> exclude = List.of();

    /** Class folders or jars of the code itself, instead of the output folders. */
    @Parameter(property = "plumbline.classes")
    private List<File> classes = List.of();

    /** Its dependencies, instead of those Maven resolves. */
    @Parameter(property = "plumbline.classpath")
    private List<File> classpath = List.of();

    /** How many threads to use; one per core by default. The report is the same for any number. */
    @Parameter(property = "plumbline.threads")
    private Integer threads;

    /**
     * The settings file; by default plumbline.yml at the top of the repository, if it exists, and for changes that of
     * the revision before.
     */
    @Parameter(property = "plumbline.config")
    private File config;

    /** Whether to read no settings file. */
    @Parameter(property = "plumbline.noConfig", defaultValue = "false")
    private boolean noConfig;

    /** Runs SpotBugs over the same classes, too; what it finds is in the report and in no score. */
    @Parameter(property = "plumbline.spotbugs", defaultValue = "false")
    private boolean spotbugs;

    /** Shows what other tools have found, too: their reports as SARIF 2.1.0, in no score. */
    @Parameter(property = "plumbline.imports")
    private List<File> imports = List.of();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().debug("plumbline: skipped");
            ToolErrors.apart(this::skipped);
        } else {
            ToolErrors.apart(this::analyse);
        }
    }

    abstract void analyse() throws MojoExecutionException, MojoFailureException;

    /** Instead of the analysis, when the user wants none. */
    void skipped() throws MojoExecutionException, MojoFailureException {
    }

    /** For goals that concern all modules. */
    final void oncePerReactor(ToolErrors.Step work) throws MojoExecutionException, MojoFailureException {
        once(Optional.of(() -> {
            ToolErrors.apart(work);
            return null;
        }));
    }

    /** The last module runs the work of the others, even when it wants none itself. */
    final void notInThisModule() throws MojoExecutionException, MojoFailureException {
        once(Optional.empty());
    }

    private void once(Optional<Callable<Void>> work) throws MojoExecutionException, MojoFailureException {
        try {
            new OncePerReactor(session, execution, project, getLog()).run(work);
        } catch (MojoExecutionException | MojoFailureException | RuntimeException known) {
            throw known;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    final boolean isSkipped() {
        return skip;
    }

    final WholeReactor reactor() {
        return new WholeReactor(session, project, dependencies);
    }

    final MavenProject project() {
        return project;
    }

    final MavenSession session() {
        return session;
    }

    final Analysis analysis() {
        SettingsSource settings = new SettingsSource(Optional.ofNullable(config).map(File::toPath), noConfig);
        return new Analysis(rules, packs, include, exclude, paths(classes), paths(classpath),
            Optional.ofNullable(threads), settings, line -> getLog().debug("plumbline: " + line));
    }

    /** The other tools that have a say. */
    final List<FindingSource> others() {
        List<FindingSource> sources = new ArrayList<>();
        if (spotbugs) {
            sources.add(SpotBugs.from(new SpotBugsJars(repositories, session, project).resolve()));
        }
        imports.forEach(file -> sources.add(SarifImport.read(file.toPath())));
        return sources;
    }

    private static List<Path> paths(List<File> given) {
        return given.stream().map(File::toPath).toList();
    }
}
