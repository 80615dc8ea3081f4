package dev.plumbline.revision;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator.MetadataDiff;

/**
 * The files on disk that git tracks or, new and not ignored, would track. Files that a sparse checkout left out are
 * read from git's index, for nobody deleted them. Which files there are is settled when it is made.
 */
public final class WorkTree extends Revision {

    private static final int ON_DISK = 0;
    private static final int IN_INDEX = 1;

    private final Repository repository;
    private final Path root;
    private final SortedMap<String, Entry> files;

    private WorkTree(Repository repository, SortedMap<String, Entry> files) {
        this.repository = repository;
        this.root = repository.getWorkTree().toPath();
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * A file of the work tree.
     *
     * @param id its content as the index knows it; empty when the file is newer than the index or not in it
     */
    private record Entry(Optional<ObjectId> id, boolean onDisk) {
    }

    static WorkTree of(Repository repository) {
        try {
            return new WorkTree(repository, list(repository));
        } catch (IOException e) {
            throw new UsageException("The work tree " + repository.getWorkTree() + " cannot be listed: "
                + e.getMessage() + "; if `git status` can, name a commit with --head instead.");
        }
    }

    private static SortedMap<String, Entry> list(Repository repository) throws IOException {
        SortedMap<String, Entry> files = new TreeMap<>();
        DirCache index = index(repository);
        try (TreeWalk walk = new TreeWalk(repository)) {
            FileTreeIterator everything = new FileTreeIterator(repository);
            everything.setWalkIgnoredDirectories(true);
            walk.addTree(everything);
            walk.addTree(new DirCacheIterator(index));
            while (walk.next()) {
                Optional<FileTreeIterator> disk = Optional
                    .ofNullable(walk.getTree(ON_DISK, FileTreeIterator.class));
                Optional<DirCacheEntry> tracked = Optional
                    .ofNullable(walk.getTree(IN_INDEX, DirCacheIterator.class))
                    .map(DirCacheIterator::getDirCacheEntry);
                boolean wanted = walk.getTree(IN_INDEX, DirCacheIterator.class) != null
                    || !disk.orElseThrow().isEntryIgnored();
                if (walk.isSubtree() && wanted) {
                    walk.enterSubtree();
                } else if (wanted) {
                    entry(disk, tracked).ifPresent(entry -> files.putIfAbsent(walk.getPathString(), entry));
                }
            }
        }
        return files;
    }

    private static DirCache index(Repository repository) throws IOException {
        try {
            return repository.readDirCache();
        } catch (IOException e) {
            throw new IOException(e.getMessage() + " (an index that is split or sparse is not understood:"
                + " `git update-index --no-split-index`, `git sparse-checkout reapply --no-sparse-index`)", e);
        }
    }

    private static Optional<Entry> entry(Optional<FileTreeIterator> disk, Optional<DirCacheEntry> tracked) {
        if (disk.isEmpty()) {
            return tracked
                .filter(entry -> entry.isSkipWorkTree() && Deltas.isFile(entry.getRawMode()))
                .map(entry -> new Entry(Optional.of(entry.getObjectId()), false));
        }
        if (!Deltas.isFile(disk.get().getEntryRawMode())) {
            return Optional.empty();
        }
        return Optional.of(new Entry(tracked
            .filter(entry -> entry.getStage() == DirCacheEntry.STAGE_0)
            .filter(entry -> disk.get().compareMetadata(entry) == MetadataDiff.EQUAL)
            .map(DirCacheEntry::getObjectId), true));
    }

    @Override
    public String name() {
        return "work tree";
    }

    @Override
    public List<String> files() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<byte[]> read(String path) {
        Optional<Entry> entry = Optional.ofNullable(files.get(path));
        return entry.isEmpty() ? Optional.empty() : entry.get().onDisk() ? disk(path) : index(entry.get(), path);
    }

    private Optional<byte[]> disk(String path) {
        Path file = root.resolve(path);
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UsageException(path + " in the work tree cannot be read: " + e.getMessage());
        }
    }

    private Optional<byte[]> index(Entry entry, String path) {
        try (ObjectReader reader = repository.newObjectReader()) {
            return Optional.of(reader.open(entry.id().orElseThrow()).getBytes(Integer.MAX_VALUE));
        } catch (IOException e) {
            throw new UsageException(path + " is left out of this sparse checkout and git cannot read it: "
                + e.getMessage() + "; run `git sparse-checkout disable`.");
        }
    }

    /** Files that the index does not vouch for are hashed; those that vanished meanwhile are left out. */
    @Override
    SortedMap<String, ObjectId> ids() {
        SortedMap<String, ObjectId> ids = new TreeMap<>();
        try (ObjectInserter.Formatter hash = new ObjectInserter.Formatter()) {
            files.forEach((path, entry) -> entry.id()
                .or(() -> read(path).map(bytes -> hash.idFor(Constants.OBJ_BLOB, bytes)))
                .ifPresent(id -> ids.put(path, id)));
        }
        return ids;
    }

    @Override
    Contents open() {
        return file -> read(file.path()).orElseGet(() -> new byte[0]);
    }
}
