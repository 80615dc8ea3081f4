package dev.plumbline.revision;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/** A git repository, only ever read. What it hands out is good until it is closed. */
public final class GitRepository implements AutoCloseable {

    /** Clocks differ: only after so many commits in a row that are too old a history is taken to be over. */
    private static final int PATIENCE = 32;

    private final Repository repository;
    private final Path root;
    private final Names names;
    private final Depth depth;

    private GitRepository(Repository repository, Path root, UnaryOperator<String> environment) {
        this.repository = repository;
        this.root = root;
        this.names = new Names(repository);
        this.depth = Depth.of(repository, environment);
    }

    /**
     * The repository that a file or directory lies in: its own or that of a directory above it, also as a linked work
     * tree or a submodule; or the git directory itself, as of a bare repository.
     */
    public static GitRepository containing(Path path) {
        return containing(path, name -> Optional.ofNullable(System.getenv(name)).orElse(""));
    }

    static GitRepository containing(Path path, UnaryOperator<String> environment) {
        ReadOnlySystem.install();
        for (Path at = real(path); at != null; at = at.getParent()) {
            Path git = at.resolve(Constants.DOT_GIT);
            if (isGitDirectory(git)) {
                return open(new FileRepositoryBuilder().setGitDir(git.toFile()).setWorkTree(at.toFile()), at,
                    environment);
            }
            if (Files.isRegularFile(git)) {
                return open(new FileRepositoryBuilder().setWorkTree(at.toFile()), at, environment);
            }
            if (isGitDirectory(at)) {
                return at(at, environment);
            }
        }
        throw new UsageException(path + " lies in no git repository; name two folders with --base-dir and --head-dir"
            + " instead.");
    }

    /** @param gitDirectory of a bare repository, or the {@code .git} of another one */
    public static GitRepository at(Path gitDirectory) {
        return at(gitDirectory, name -> Optional.ofNullable(System.getenv(name)).orElse(""));
    }

    private static GitRepository at(Path gitDirectory, UnaryOperator<String> environment) {
        ReadOnlySystem.install();
        Path git = real(gitDirectory);
        if (git.endsWith(Constants.DOT_GIT)) {
            return open(new FileRepositoryBuilder().setGitDir(git.toFile()).setWorkTree(git.getParent().toFile()),
                git.getParent(), environment);
        }
        return open(new FileRepositoryBuilder().setGitDir(git.toFile()).setBare(), git, environment);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UsageException("There is no file or directory " + path + ".");
        }
    }

    private static boolean isGitDirectory(Path path) {
        return Files.isDirectory(path) && FileKey.isGitRepository(path.toFile(), FS.DETECTED);
    }

    private static GitRepository open(FileRepositoryBuilder where, Path root, UnaryOperator<String> environment) {
        try {
            Repository repository = where.setMustExist(true).build();
            if ("sha256".equalsIgnoreCase(repository.getConfig().getString("extensions", null, "objectFormat"))) {
                repository.close();
                throw new UsageException("The git repository of " + root + " names its objects by SHA-256, which is"
                    + " not understood; name two folders with --base-dir and --head-dir instead.");
            }
            return new GitRepository(repository, root, environment);
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("The git repository of " + root + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /** The top of the work tree; of a bare repository its git directory. */
    public Path root() {
        return root;
    }

    public boolean isBare() {
        return repository.isBare();
    }

    /** Whether older commits were not fetched. */
    public boolean isShallow() {
        return depth.isShallow();
    }

    /** The files on disk as they are now. */
    public WorkTree workTree() {
        if (repository.isBare()) {
            throw new UsageException(root + " is a bare repository and has no work tree; name a commit with --head.");
        }
        return WorkTree.of(repository);
    }

    /** @param ref whatever git understands: a branch, a tag, {@code HEAD~3}, the beginning of a commit's name */
    public GitRevision commit(String ref) {
        try (RevWalk walk = new RevWalk(repository)) {
            return new GitRevision(repository, ref, walk.parseCommit(resolve(ref)));
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("git cannot read the commit " + ref + ": " + e.getMessage() + "."
                + depth.advice());
        }
    }

    private ObjectId resolve(String ref) throws IOException {
        Optional<ObjectId> id = Optional.ofNullable(repository.resolve(ref + "^{commit}"));
        return id.orElseThrow(() -> new UsageException(ref.equals(Constants.HEAD)
            ? "The repository " + root + " has no commit yet."
            : "There is no commit " + ref + " in " + root + "." + names.near(ref) + depth.advice()));
    }

    /** Where {@code HEAD} and the default branch parted; uncommitted work comes on top of that. */
    public GitRevision defaultBase() {
        return mergeBase(commit(Constants.HEAD), commit(defaultBranch()));
    }

    /** What a change is compared with when nobody says: {@code origin/main}. */
    public String defaultBranch() {
        return names.defaultBranch().orElseThrow(() -> new UsageException(
            "It is not clear which branch to compare with: there is neither a default branch of a remote nor another"
                + " local branch main or master; name one with --base." + depth.advice()));
    }

    /** The commit where two histories parted; of several the one that git names first. */
    public GitRevision mergeBase(GitRevision one, GitRevision other) {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(ObjectId.fromString(one.id())));
            walk.markStart(walk.parseCommit(ObjectId.fromString(other.id())));
            Optional<RevCommit> base = Optional.ofNullable(walk.next());
            if (base.isEmpty()) {
                throw new UsageException(one.ref() + " and " + other.ref() + " have no commit in common"
                    + (isShallow() ? " as far as their history was fetched." : ".") + depth.advice());
            }
            walk.parseBody(base.get());
            return new GitRevision(repository, base.get().name(), base.get());
        } catch (IOException e) {
            throw new UsageException("The histories of " + one.ref() + " and " + other.ref()
                + " cannot be followed: " + e.getMessage() + "." + depth.advice());
        }
    }

    /** What a commit was made on top of; empty for the first commit of all. */
    public Optional<GitRevision> firstParent(GitRevision commit) {
        if (depth.endsAt(commit.id())) {
            throw new UsageException("What came before commit " + commit.name() + " was not fetched."
                + depth.advice());
        }
        return commit.info().parents().stream().findFirst().map(this::commit);
    }

    /**
     * The commits of a branch from newest to oldest, always on to the first parent; without merges and without those
     * whose parent was not fetched.
     *
     * @param since commits that came to their place before are left out
     */
    public List<CommitInfo> history(String from, Instant since) {
        List<CommitInfo> commits = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setFirstParent(true);
            walk.markStart(walk.parseCommit(resolve(from)));
            int old = 0;
            for (RevCommit commit = walk.next(); commit != null && old < PATIENCE; commit = walk.next()) {
                boolean recent = !commit.getCommitterIdent().getWhenAsInstant().isBefore(since);
                old = recent ? 0 : old + 1;
                if (recent && commit.getParentCount() < 2 && !depth.endsAt(commit.name())) {
                    commits.add(CommitInfo.of(commit));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageException("The history of " + from + " cannot be followed: " + e.getMessage() + "."
                + depth.advice());
        }
        return List.copyOf(commits);
    }

    @Override
    public void close() {
        repository.close();
    }
}
