package dev.plumbline.engine;

import dev.plumbline.project.Overlay;
import dev.plumbline.revision.Change;
import dev.plumbline.revision.FileChange;
import dev.plumbline.revision.Revision;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a project on the disk as another revision has it. */
public final class Revisions {

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
                new Overlay.Text(revision.read(path), file.after().orElse(path))));
        }
        return new Overlay(texts);
    }

    private Revisions() {
    }
}
