package dev.plumbline.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A folder of sources without a build file that is understood. */
final class PlainLayout {

    private final Remarks remarks;

    PlainLayout(Remarks remarks) {
        this.remarks = remarks;
    }

    /** At most one module: the sources of the folder that belong to no nested project. */
    List<Module> modules(Path folder, SourceTree tree) {
        tree.loops().forEach(link -> remarks.note("link-not-followed", link, "This symbolic link leads back to a folder"
            + " that is scanned anyway, or nowhere, so it was not followed."));
        tree.unreadable().forEach(closed -> remarks.incomplete("unreadable-folder", closed, "This folder could not be"
            + " read, so nothing in it was scanned; check its permissions."));
        List<Path> files = tree.files().stream().filter(file -> !isTest(folder.relativize(file))).toList();
        if (files.isEmpty()) {
            return List.of();
        }
        List<Path> roots = roots(folder, files);
        boolean exact = tree.boundaries().stream().noneMatch(nested -> roots.stream().anyMatch(nested::startsWith))
            && files.size() == tree.files().size();
        List<Path> classes = ClassFolders.in(folder);
        return List.of(new Module(String.valueOf(folder.getFileName()), exact ? roots : files, classes,
            Libraries.in(folder), ClassFolders.release(classes)));
    }

    /**
     * Where packages begin, by what the first source of each folder declares; nested roots belong to the
     * outer one.
     */
    private static List<Path> roots(Path folder, List<Path> files) {
        Map<Path, Path> firsts = new LinkedHashMap<>();
        files.forEach(file -> firsts.putIfAbsent(file.getParent(), file));
        TreeSet<Path> roots = new TreeSet<>();
        firsts.forEach((parent, file) -> {
            Path root = PackageName.rootOf(file).orElse(parent);
            roots.add(root.startsWith(folder) ? root : folder);
        });
        List<Path> outermost = new ArrayList<>();
        for (Path root : roots) {
            if (outermost.stream().noneMatch(root::startsWith)) {
                outermost.add(root);
            }
        }
        return outermost;
    }

    /** {@code src/test/java}, {@code src/it/java}, {@code src/integrationTest/java}. */
    private static boolean isTest(Path relative) {
        return ("/" + relative.toString().replace('\\', '/')).matches(".*/src/(it|\\w*[tT]est\\w*)/java/.*");
    }
}
