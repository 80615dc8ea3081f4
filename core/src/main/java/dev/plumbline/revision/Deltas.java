package dev.plumbline.revision;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Which paths differ between two revisions, by the names of their contents alone: no content is read. */
final class Deltas {

    private Deltas() {
    }

    /** In order of their paths. */
    static List<Delta> between(Revision base, Revision head) {
        if (base instanceof GitRevision before && head instanceof GitRevision after
            && before.repository() == after.repository()) {
            return betweenTrees(before, after);
        }
        return betweenListings(base.ids(), head.ids());
    }

    /** Directories that are the same on both sides are not entered. */
    private static List<Delta> betweenTrees(GitRevision base, GitRevision head) {
        Repository repository = base.repository();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(base.tree());
            walk.addTree(head.tree());
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            List<Delta> deltas = new ArrayList<>();
            while (walk.next()) {
                delta(blob(walk, 0), blob(walk, 1)).ifPresent(deltas::add);
            }
            return List.copyOf(deltas);
        } catch (IOException e) {
            throw new UsageException("The trees of " + base.name() + " and " + head.name() + " cannot be read: "
                + e.getMessage() + "; run `git fsck` to see what the repository lacks.");
        }
    }

    private static Optional<Blob> blob(TreeWalk walk, int side) {
        return isFile(walk.getRawMode(side))
            ? Optional.of(new Blob(walk.getPathString(), walk.getObjectId(side)))
            : Optional.empty();
    }

    /** Whether a mode of git is that of a regular file, executable or not. */
    static boolean isFile(int mode) {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }

    private static List<Delta> betweenListings(SortedMap<String, ObjectId> base, SortedMap<String, ObjectId> head) {
        TreeSet<String> paths = new TreeSet<>(base.keySet());
        paths.addAll(head.keySet());
        List<Delta> deltas = new ArrayList<>();
        for (String path : paths) {
            delta(blob(base, path), blob(head, path)).ifPresent(deltas::add);
        }
        return List.copyOf(deltas);
    }

    private static Optional<Blob> blob(Map<String, ObjectId> ids, String path) {
        return Optional.ofNullable(ids.get(path)).map(id -> new Blob(path, id));
    }

    /** Another mode of the same content is no difference. */
    private static Optional<Delta> delta(Optional<Blob> before, Optional<Blob> after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new Delta(before, after));
    }
}
