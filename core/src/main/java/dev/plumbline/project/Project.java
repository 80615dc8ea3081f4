package dev.plumbline.project;

import dev.plumbline.finding.Notice;
import dev.plumbline.finding.UsageException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be scanned, as paths only: nothing is read here but build files.
 *
 * @param root what the report's paths are relative to: the enclosing git work tree, else the common folder
 * @param modules in order of their paths
 * @param overlay what stands in for files on the disk
 */
public record Project(Path root, List<Module> modules, List<Notice> notices, Overlay overlay) {

    /**
     * @param paths what the user named: project folders, source folders, files, jars
     * @param classes class folders or jars given by hand; when not empty they replace the ones found
     * @param classpath dependencies given by hand; when not empty they replace the ones found
     */
    public record Request(List<Path> paths, List<Path> classes, List<Path> classpath) {

        public Request {
            paths = List.copyOf(paths);
            classes = List.copyOf(classes);
            classpath = List.copyOf(classpath);
        }
    }

    public Project {
        modules = List.copyOf(modules);
        notices = List.copyOf(notices);
    }

    /** A project as the disk has it. */
    public Project(Path root, List<Module> modules, List<Notice> notices) {
        this(root, modules, notices, Overlay.none());
    }

    /** The same project with paths in reports relative to another folder. */
    public Project rootedAt(Path other) {
        return new Project(other, modules, notices, overlay);
    }

    /** The same project as another revision has it. */
    public Project with(Overlay other) {
        return new Project(root, modules, notices, other);
    }

    /** @throws UsageException when a path does not exist or is nothing that can be scanned */
    public static Project discover(Request request) {
        return new Discovery(request).project();
    }
}
