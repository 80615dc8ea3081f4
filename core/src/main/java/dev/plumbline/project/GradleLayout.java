package dev.plumbline.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The standard folders of a Gradle build. Its scripts are programs and are not run, so dependencies are the
 * jars in {@code lib} folders, and a remark says so.
 */
final class GradleLayout {

    private final Remarks remarks;
    private final boolean remarking;

    /**
     * @param remarking whether to say that dependencies are not known; not needed when a class path was given
     */
    GradleLayout(Remarks remarks, boolean remarking) {
        this.remarks = remarks;
        this.remarking = remarking;
    }

    List<Module> modules(Path top) {
        List<Path> folders = subprojects(top);
        List<Path> classes = folders.stream().flatMap(folder -> ClassFolders.in(folder).stream()).toList();
        if (remarking && !folders.isEmpty()) {
            remarks.note("unknown-class-path", top, "Gradle builds are not run, so only jars in lib folders were used"
                + " as dependencies; give the class path with --classpath for exact results.");
        }
        return folders.stream().map(folder -> module(top, folder, classes)).toList();
    }

    private static Module module(Path top, Path folder, List<Path> classesOfAll) {
        List<Path> own = ClassFolders.in(folder);
        List<Path> classpath = Stream.of(
            classesOfAll.stream().filter(classes -> !own.contains(classes)),
            Libraries.in(folder).stream(),
            Libraries.in(top).stream())
            .flatMap(paths -> paths)
            .distinct()
            .toList();
        return new Module(folder.getFileName().toString(), List.of(folder.resolve("src/main/java")), own, classpath,
            ClassFolders.release(own));
    }

    /** Every folder with main sources, wherever the settings script has it. */
    private static List<Path> subprojects(Path top) {
        List<Path> main = new ArrayList<>();
        SourceTree.below(top, folder -> {
            boolean sources = folder.endsWith("src") && Files.isDirectory(folder.resolve("main/java"));
            if (sources) {
                main.add(folder.getParent());
            }
            return sources;
        });
        return List.copyOf(new TreeSet<>(main));
    }
}
