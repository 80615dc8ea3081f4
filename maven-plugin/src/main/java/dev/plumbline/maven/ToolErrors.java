package dev.plumbline.maven;

import dev.plumbline.finding.UsageException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Tells apart what a goal throws: mistakes of the user and failures of the tool are errors of the execution,
 * findings are failures of the build.
 */
final class ToolErrors {

    /** What a goal does. */
    interface Step {

        void run() throws MojoExecutionException, MojoFailureException;
    }

    static void apart(Step step) throws MojoExecutionException, MojoFailureException {
        try {
            step.run();
        } catch (UsageException mistake) {
            throw new MojoExecutionException(mistake.getMessage());
        } catch (RuntimeException failure) {
            throw new MojoExecutionException("Plumbline itself failed (" + failure
                + "). Your code is not to blame; please report this.", failure);
        }
    }

    private ToolErrors() {
    }
}
