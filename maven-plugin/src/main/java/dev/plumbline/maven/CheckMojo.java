package dev.plumbline.maven;

import dev.plumbline.engine.Accepted;
import dev.plumbline.engine.FindingSource;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.UsageException;
import dev.plumbline.project.Project;
import dev.plumbline.report.ConsoleWriter;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.sarif.SarifImport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Scans the module and fails the build when a finding reaches {@code failOn}, or when something was not
 * analysed.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class CheckMojo extends AbstractMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Skips the scan. */
    @Parameter(property = "plumbline.skip", defaultValue = "false")
    private boolean skip;

    /** How to write the report: text, sarif or json. */
    @Parameter(property = "plumbline.format", defaultValue = "text")
    private String format;

    /**
     * Where to write the report; without it, text goes to the log, and sarif and json below the build folder.
     */
    @Parameter(property = "plumbline.output")
    private File output;

    /** Run these rules only, previews among them. */
    @Parameter(property = "plumbline.rules")
    private List<String> rules;

    /** Run rules of these packs only. */
    @Parameter(property = "plumbline.packs")
    private List<String> packs;

    /** Report on files that match one of these globs only; paths are relative to the repository. */
    @Parameter(property = "plumbline.include")
    private List<String> include;

    /** Leave out files that match one of these globs. */
    @Parameter(property = "plumbline.exclude")
    private List<String> exclude;

    /** Class folders or jars of the module itself, instead of its output folder. */
    @Parameter(property = "plumbline.classes")
    private List<File> classes;

    /** Its dependencies, instead of those Maven resolved. */
    @Parameter(property = "plumbline.classpath")
    private List<File> classpath;

    /** How many threads to use; one per core by default. The report is the same for any number. */
    @Parameter(property = "plumbline.threads")
    private Integer threads;

    /** The least severity that fails the build: none, note, warning or error. */
    @Parameter(property = "plumbline.failOn", defaultValue = "error")
    private String failOn;

    /** The findings to live with; by default plumbline-baseline.txt at the top of the repository, if it exists. */
    @Parameter(property = "plumbline.baseline")
    private File baseline;

    /** Run SpotBugs over the same classes, too; what it finds is in the report. */
    @Parameter(property = "plumbline.spotbugs", defaultValue = "false")
    private boolean spotbugs;

    /** Reports of other tools to show, too, as SARIF 2.1.0. */
    @Parameter(property = "plumbline.imports")
    private List<File> imports;

    /** Whether a scan that did not see everything fails the build; if not, it is a warning. */
    @Parameter(property = "plumbline.failOnIncomplete", defaultValue = "true")
    private boolean failOnIncomplete;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || project.getPackaging().equals("pom")) {
            getLog().debug("plumbline: skipped");
            return;
        }
        try {
            Optional<Severity> least = ScanParameters.failOn(failOn);
            List<FindingSource> sources = sources();
            Project scanned = new BuiltModule(project).project(paths(classes), paths(classpath));
            if (scanned.modules().isEmpty()) {
                getLog().info("plumbline: this module has no Java sources");
                return;
            }
            Report all = Scan.run(new ScanRequest(scanned, RuleCatalog.installed(), orNone(rules), orNone(packs),
                orNone(include), orNone(exclude), threadsToUse(), line -> getLog().debug("plumbline: " + line)),
                sources);
            Report report = Accepted.of(all, Optional.ofNullable(baseline).map(File::toPath), scanned.root());
            write(report);
            judge(report, least);
        } catch (UsageException mistake) {
            throw new MojoExecutionException(mistake.getMessage());
        } catch (IOException | DependencyResolutionRequiredException failure) {
            throw new MojoExecutionException("plumbline: " + failure.getMessage(), failure);
        } catch (RuntimeException failure) {
            throw new MojoExecutionException("Plumbline itself failed (" + failure.getMessage()
                + "). Your code is not to blame; please report this.", failure);
        }
    }

    private void write(Report report) throws IOException {
        String text = ScanParameters.writer(format).write(report);
        if (output == null && format.equals("text")) {
            log(report, text);
            return;
        }
        Path file =
            output != null ? output.toPath() : Path.of(project.getBuild().getDirectory(), "plumbline." + format);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
        if (!report.findings().isEmpty()) {
            log(report, ConsoleWriter.plain().write(report));
        }
        getLog().info("plumbline: the report is in " + file);
    }

    private void log(Report report, String text) {
        boolean calm = report.findings().isEmpty() && !report.isIncomplete();
        text.lines().forEach(line -> {
            if (calm) {
                getLog().info(line);
            } else {
                getLog().warn(line);
            }
        });
    }

    private void judge(Report report, Optional<Severity> least) throws MojoFailureException {
        long failing = report.findings().stream().filter(finding -> ScanParameters.reaches(finding, least)).count();
        if (failing > 0) {
            throw new MojoFailureException("Plumbline found " + failing + (failing == 1 ? " defect" : " defects")
                + " of severity " + failOn + " or worse; they are listed above.");
        }
        if (!report.isIncomplete()) {
            return;
        }
        if (failOnIncomplete) {
            throw new MojoFailureException("Plumbline could not analyse everything; the notices above say what. To let"
                + " the build pass nevertheless, set plumbline.failOnIncomplete to false.");
        }
        getLog().warn("plumbline: not everything was analysed; the notices above say what");
    }

    private List<FindingSource> sources() {
        if (spotbugs) {
            throw new UsageException("plumbline.spotbugs is for the command line; in a build, let SpotBugs' own Maven"
                + " plugin write SARIF and name that file in plumbline.imports.");
        }
        return paths(imports).stream().<FindingSource>map(SarifImport::read).toList();
    }

    private int threadsToUse() {
        int wanted = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (wanted < 1) {
            throw new UsageException("plumbline.threads must be at least 1.");
        }
        return wanted;
    }

    private static List<String> orNone(List<String> given) {
        return given == null ? List.of() : given;
    }

    private static List<Path> paths(List<File> given) {
        return given == null ? List.of() : given.stream().map(File::toPath).toList();
    }
}
