package dev.plumbline.maven;

import dev.plumbline.engine.Report;
import dev.plumbline.verdict.FailOn;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A scan that can fail the build. */
abstract class CheckParameters extends ScanParameters {

    /** The least severity that fails the build: none, note, warning or error. */
    @Parameter(property = "plumbline.failOn", defaultValue = "error")
    private FailOn failOn;

    /** Whether a scan that did not see everything fails the build; if not, it is a warning. */
    @Parameter(property = "plumbline.failOnIncomplete", defaultValue = "true")
    private boolean failOnIncomplete;

    final void judge(Report found) throws MojoFailureException {
        long failing = found.findings().stream().filter(failOn::isReachedBy).count();
        if (failing > 0) {
            throw new MojoFailureException("Plumbline found " + failing + (failing == 1 ? " defect" : " defects")
                + " of severity " + failOn + " or worse; " + (failing == 1 ? "it is" : "they are") + " listed above.");
        }
        Completeness.of(found).judge(failOnIncomplete, getLog());
    }
}
