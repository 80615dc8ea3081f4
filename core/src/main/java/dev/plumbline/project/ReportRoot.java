package dev.plumbline.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder that the paths of a report are relative to. */
final class ReportRoot {

    /** The git work tree around the first path if all paths lie in it, else the deepest folder they share. */
    static Path of(List<Path> paths) {
        for (Path folder = folder(paths.get(0)); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return holdsAll(folder, paths) ? folder : shared(paths);
            }
        }
        return shared(paths);
    }

    private static Path shared(List<Path> paths) {
        Path shared = folder(paths.get(0));
        while (shared.getParent() != null && !holdsAll(shared, paths)) {
            shared = shared.getParent();
        }
        return shared;
    }

    private static boolean holdsAll(Path folder, List<Path> paths) {
        return paths.stream().allMatch(path -> path.startsWith(folder));
    }

    private static Path folder(Path path) {
        return Files.isDirectory(path) || path.getParent() == null ? path : path.getParent();
    }

    private ReportRoot() {
    }
}
