package dev.plumbline.maven;

import dev.plumbline.engine.Report;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Whether everything was analysed. A module without Java has nothing that could be missed. */
enum Completeness {
    WHOLE, PARTIAL, NO_JAVA;

    static Completeness of(Report report) {
        if (report.files().isEmpty()) {
            return NO_JAVA;
        }
        return report.isIncomplete() ? PARTIAL : WHOLE;
    }

    void judge(boolean failOnIncomplete, Log log) throws MojoFailureException {
        if (this != PARTIAL) {
            return;
        }
        if (failOnIncomplete) {
            throw new MojoFailureException("Plumbline could not analyse everything; the notices above say what. To let"
                + " the build pass nevertheless, set plumbline.failOnIncomplete to false.");
        }
        log.warn("plumbline: not everything was analysed; the notices above say what");
    }
}
