package dev.plumbline.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Scans all modules of the build as one and prints what it finds; findings do not fail the build. Bound in a
 * parent's pom it runs once, after the last module.
 */
@Mojo(name = "aggregate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, aggregator = true)
public final class AggregateMojo extends ScanParameters {

    @Override
    void analyse() throws MojoExecutionException, MojoFailureException {
        oncePerReactor(() -> scan(reactor().project(analysis(), getLog())));
    }

    @Override
    void skipped() throws MojoExecutionException, MojoFailureException {
        notInThisModule();
    }
}
