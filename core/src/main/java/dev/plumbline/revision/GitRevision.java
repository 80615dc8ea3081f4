package dev.plumbline.revision;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The tree of a commit, read from git's objects when asked for; good for as long as its repository is open. */
public final class GitRevision extends Revision {

    private final Repository repository;
    private final String ref;
    private final ObjectId tree;
    private final CommitInfo info;
    private volatile Optional<SortedMap<String, ObjectId>> listed = Optional.empty();

    GitRevision(Repository repository, String ref, RevCommit commit) {
        this.repository = repository;
        this.ref = ref;
        this.tree = commit.getTree().copy();
        this.info = CommitInfo.of(commit);
    }

    /** The commit's short name. */
    @Override
    public String name() {
        return info.shortId();
    }

    /** The commit's whole name. */
    public String id() {
        return info.id();
    }

    /** How it was asked for: {@code origin/main}. */
    public String ref() {
        return ref;
    }

    public CommitInfo info() {
        return info;
    }

    Repository repository() {
        return repository;
    }

    AnyObjectId tree() {
        return tree;
    }

    @Override
    public List<String> files() {
        return List.copyOf(ids().keySet());
    }

    /** Once all files are listed, finding one takes no walk down its folders. */
    @Override
    public Optional<byte[]> read(String path) {
        if (listed.isPresent()) {
            return Optional.ofNullable(listed.get().get(path)).map(id -> known(new Blob(path, id)));
        }
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try (ObjectReader reader = repository.newObjectReader();
                TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
            return walk != null && Deltas.isFile(walk.getRawMode(0))
                ? Optional.of(bytes(reader, new Blob(path, walk.getObjectId(0))))
                : Optional.empty();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private byte[] known(Blob file) {
        try (ObjectReader reader = repository.newObjectReader()) {
            return bytes(reader, file);
        } catch (IOException e) {
            throw unreadable(file.path(), e);
        }
    }

    @Override
    SortedMap<String, ObjectId> ids() {
        if (listed.isEmpty()) {
            listed = Optional.of(Collections.unmodifiableSortedMap(list()));
        }
        return listed.get();
    }

    private SortedMap<String, ObjectId> list() {
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            SortedMap<String, ObjectId> ids = new TreeMap<>();
            while (walk.next()) {
                if (Deltas.isFile(walk.getRawMode(0))) {
                    ids.put(walk.getPathString(), walk.getObjectId(0));
                }
            }
            return ids;
        } catch (IOException e) {
            throw unreadable("its tree", e);
        }
    }

    @Override
    Contents open() {
        ObjectReader reader = repository.newObjectReader();
        return new Contents() {
            @Override
            public byte[] read(Blob file) {
                try {
                    return bytes(reader, file);
                } catch (IOException e) {
                    throw unreadable(file.path(), e);
                }
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }

    private static byte[] bytes(ObjectReader reader, Blob file) throws IOException {
        return reader.open(file.id(), Constants.OBJ_BLOB).getBytes(Integer.MAX_VALUE);
    }

    private UsageException unreadable(String what, IOException cause) {
        String where = what + " of commit " + name();
        return new UsageException(cause instanceof MissingObjectException
            ? "This clone lacks " + where + ", as one made with --filter does; run `git fetch --refetch --no-filter`"
                + " or clone without --filter."
            : "git cannot read " + where + ": " + cause.getMessage() + "; run `git fsck` to see what is damaged.");
    }
}
