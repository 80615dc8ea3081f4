package dev.plumbline.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Paths in reports are those of the repository, so that reports of modules fit together. */
final class ReportedPaths {

    /** The git work tree around the module; without git the top of the build, if the module lies in it. */
    static Path root(MavenSession session, MavenProject maven) {
        Path folder = real(maven.getBasedir().toPath());
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(".git"))) {
                return above;
            }
        }
        Path top = real(session.getRequest().getMultiModuleProjectDirectory().toPath());
        return folder.startsWith(top) ? top : folder;
    }

    /** Without symbolic links, as git names its files. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path.toAbsolutePath().normalize();
        }
    }

    private ReportedPaths() {
    }
}
