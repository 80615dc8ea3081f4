package dev.plumbline.engine;

import dev.plumbline.project.Module;
import dev.plumbline.project.Overlay;
import dev.plumbline.project.Project;
import dev.plumbline.revision.Change;
import dev.plumbline.revision.FileChange;
import dev.plumbline.revision.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a project on the disk as another revision has it. */
public final class Revisions {

    private static final Pattern OF_TESTS = Pattern.compile(
        "(^|/)(src/([^/]*[tT]est[^/]*|jmh|it)|tests?|testing|[^/]*-tests?)/");
    /** Whatever an old text means by a word that is a keyword now, most texts are newer. */
    private static final int NEWEST = 25;

    /**
     * What to lay over the disk.
     *
     * @param toDisk what lies between the revision and the disk
     */
    public static Overlay overlay(Change toDisk) {
        Revision revision = toDisk.base();
        SortedMap<String, Overlay.Text> texts = new TreeMap<>();
        for (FileChange file : toDisk.files()) {
            file.after().ifPresent(path -> texts.put(path, new Overlay.Text(Optional.empty(), path)));
        }
        for (FileChange file : toDisk.files()) {
            file.before().ifPresent(path -> texts.put(path,
                new Overlay.Text(Optional.of(() -> bytes(revision, path)), file.after().orElse(path))));
        }
        return new Overlay(texts, false);
    }

    /**
     * A project that is nowhere on the disk: the main sources of a revision, to be compiled in memory as far as that
     * goes.
     *
     * @param root any folder, for paths to be relative to
     */
    static Project alone(Revision revision, Path root, List<Path> classpath) {
        SortedMap<String, Overlay.Text> texts = new TreeMap<>();
        revision.files().stream()
            .filter(Revisions::isMain)
            .forEach(path -> texts.put(path, new Overlay.Text(Optional.of(() -> bytes(revision, path)), path)));
        Module all = new Module(revision.name(), List.of(root), List.of(), classpath, NEWEST);
        return new Project(root, List.of(all), List.of(), new Overlay(texts, true));
    }

    /** Whether a path is that of a Java file which is no test, by the usual names of folders. */
    public static boolean isMain(String path) {
        return path.endsWith(".java") && !OF_TESTS.matcher(path).find();
    }

    private static byte[] bytes(Revision revision, String path) {
        return revision.read(path).orElseGet(() -> new byte[0]);
    }

    private Revisions() {
    }
}
