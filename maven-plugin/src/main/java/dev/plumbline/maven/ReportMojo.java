package dev.plumbline.maven;

import dev.plumbline.engine.Accepted;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.finding.UsageException;
import dev.plumbline.project.Project;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.doxia.module.xhtml5.Xhtml5SinkFactory;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Writes the findings as a page of the project's site. On a module that is the page of the module, on a parent that
 * of all modules below it which the build has selected.
 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends AnalysisParameters implements MavenReport {

    /** The findings to live with; by default plumbline-baseline.txt at the top of the repository, if it exists. */
    @Parameter(property = "plumbline.baseline")
    private File baseline;

    /** Leaves the page out when there is no finding and no notice. */
    @Parameter(property = "plumbline.skipEmptyReport", defaultValue = "false")
    private boolean skipEmptyReport;

    /** Where the page is written when the goal is called without the site. */
    @Parameter(defaultValue = "${project.build.directory}/reports", readonly = true)
    private File reportDirectory;

    private Optional<Report> scanned = Optional.empty();

    /** The page alone, without the rest of the site. */
    @Override
    void analyse() {
        if (!canGenerateReport()) {
            getLog().info("plumbline: nothing to report on");
            return;
        }
        String page = getOutputPath() + ".html";
        try {
            generate(new Xhtml5SinkFactory().createSink(reportDirectory, page, StandardCharsets.UTF_8.name()),
                Locale.ROOT);
            getLog().info("plumbline: the page is " + new File(reportDirectory, page));
        } catch (IOException | MavenReportException refused) {
            throw new UsageException("The page could not be written to " + reportDirectory + " ("
                + refused.getMessage() + ").");
        }
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        new SitePage(scan(), sink).write();
    }

    @Override
    public boolean canGenerateReport() {
        return !isSkipped() && modules().stream().anyMatch(module -> new BuiltModule(module).hasJava())
            && !(skipEmptyReport && isEmpty(scan()));
    }

    /** Once, for the page is asked for after it was asked whether there is one. */
    private Report scan() {
        if (scanned.isEmpty()) {
            Project project = reactor().project(modules(), analysis(), getLog());
            scanned = Optional.of(Accepted.of(Scan.run(analysis().request(project)),
                Optional.ofNullable(baseline).map(File::toPath), project.root()));
        }
        return scanned.get();
    }

    private List<MavenProject> modules() {
        List<MavenProject> below = Optional.ofNullable(project().getCollectedProjects()).orElse(List.of());
        return Stream.concat(Stream.of(project()), below.stream().filter(session().getProjects()::contains)).toList();
    }

    private static boolean isEmpty(Report report) {
        return report.findings().isEmpty() && report.notices().isEmpty();
    }

    @Override
    public String getOutputPath() {
        return "plumbline";
    }

    /** What older site plugins ask for. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return getOutputPath();
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return SitePage.TITLE;
    }

    @Override
    public String getDescription(Locale locale) {
        return "Defects that coding agents leave in Java code.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        reportDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return reportDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }
}
