package dev.plumbline.maven;

import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Scans all modules of the build as one and fails the build when a finding reaches {@code failOn}, or when something
 * was not analysed. Bound in a parent's pom it runs once, after the last module.
 */
@Mojo(name = "aggregate-check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, aggregator = true)
public final class AggregateCheckMojo extends CheckParameters {

    @Override
    void analyse() throws MojoExecutionException, MojoFailureException {
        oncePerReactor(() -> check(reactor().project(analysis(), getLog())));
    }

    @Override
    void skipped() throws MojoExecutionException, MojoFailureException {
        notInThisModule();
    }
}
