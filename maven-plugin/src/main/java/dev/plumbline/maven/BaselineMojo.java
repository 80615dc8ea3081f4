package dev.plumbline.maven;

import dev.plumbline.engine.Accepted;
import dev.plumbline.engine.KeptBaseline;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.engine.Sides;
import dev.plumbline.project.Project;
import dev.plumbline.verdict.BaselineFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Keeps the file of findings that the team lives with, for all modules of the build. If there is none it is written;
 * if there is one, what is gone is taken out of it, and nothing is ever added.
 */
@Mojo(name = "baseline", threadSafe = true, aggregator = true)
public final class BaselineMojo extends AnalysisParameters {

    /** The file; by default plumbline-baseline.txt at the top of the repository. */
    @Parameter(property = "plumbline.baseline")
    private File baseline;

    @Override
    void analyse() throws MojoExecutionException, MojoFailureException {
        oncePerReactor(this::keep);
    }

    @Override
    void skipped() throws MojoExecutionException, MojoFailureException {
        notInThisModule();
    }

    private void keep() {
        Project scanned = reactor().project(analysis(), getLog());
        Path file = Optional.ofNullable(baseline).map(File::toPath).orElse(scanned.root().resolve(Sides.BASELINE));
        Optional<BaselineFile> before = Files.exists(file) ? Optional.of(Accepted.read(file)) : Optional.empty();
        Report report = Scan.run(analysis().request(scanned));
        KeptBaseline kept = before.map(known -> KeptBaseline.prune(file, known, report, scanned.root()))
            .orElseGet(() -> KeptBaseline.create(file, report));
        kept.done().forEach(line -> getLog().info("plumbline: " + line));
        if (report.isIncomplete()) {
            getLog().warn("plumbline: not everything was analysed; plumbline:aggregate says what");
        }
    }
}
