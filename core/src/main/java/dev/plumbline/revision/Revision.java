package dev.plumbline.revision;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.jgit.lib.ObjectId;

/** The text of a project at one time: a commit, a work tree or a folder. Safe for use by many threads. */
public abstract sealed class Revision permits GitRevision, WorkTree, Folder {

    Revision() {
    }

    /** For people: {@code work tree}, or a commit's short name. */
    public abstract String name();

    /**
     * All regular files, by path with forward slashes relative to the root, sorted. Neither symbolic links nor
     * submodules are among them.
     */
    public abstract List<String> files();

    /** The bytes of a file; empty when there is none of that path. */
    public abstract Optional<byte[]> read(String path);

    /** All files with what git would call their content. */
    abstract SortedMap<String, ObjectId> ids();

    /** For reading many files of {@link #ids} one after another, by one thread. */
    abstract Contents open();

    @Override
    public final String toString() {
        return name();
    }
}
