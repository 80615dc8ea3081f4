package dev.plumbline.maven;

import dev.plumbline.project.Project;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Scans the module and prints what it finds; findings do not fail the build. */
@Mojo(name = "scan", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class ScanMojo extends ScanParameters {

    @Override
    void analyse() {
        Optional<Project> own = new OwnModule(session(), project()).project(analysis(), getLog());
        own.ifPresent(this::scan);
    }
}
