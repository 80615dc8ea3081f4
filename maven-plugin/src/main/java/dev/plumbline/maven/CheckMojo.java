package dev.plumbline.maven;

import dev.plumbline.project.Project;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Scans the module and fails the build when a finding reaches {@code failOn}, or when something was not
 * analysed.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class CheckMojo extends CheckParameters {

    @Override
    void analyse() throws MojoFailureException {
        Optional<Project> own = new OwnModule(session(), project()).project(analysis(), getLog());
        if (own.isPresent()) {
            check(own.get());
        }
    }
}
