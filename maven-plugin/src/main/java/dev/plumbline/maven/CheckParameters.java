package dev.plumbline.maven;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.project.Project;
import dev.plumbline.verdict.FailOn;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A scan that can fail the build. */
abstract class CheckParameters extends ScanParameters {

    /**
     * The least severity that fails the build: none, note, warning or error; by default that of the settings, which is
     * error if they say nothing.
     */
    @Parameter(property = "plumbline.failOn")
    private FailOn failOn;

    /** Whether a scan that did not see everything fails the build; if not, it is a warning. */
    @Parameter(property = "plumbline.failOnIncomplete", defaultValue = "true")
    private boolean failOnIncomplete;

    final void check(Project scanned) throws MojoFailureException {
        ScanRequest request = analysis().request(scanned);
        judge(scan(request), Optional.ofNullable(failOn).or(request.settings()::failOn).orElse(FailOn.error));
    }

    private void judge(Report found, FailOn least) throws MojoFailureException {
        long failing = found.findings().stream().filter(least::isReachedBy).count();
        if (failing > 0) {
            throw new MojoFailureException("Plumbline found " + failing + (failing == 1 ? " defect" : " defects")
                + " of severity " + least + " or worse; " + (failing == 1 ? "it is" : "they are") + " listed above.");
        }
        Completeness.of(found).judge(failOnIncomplete, getLog());
    }
}
