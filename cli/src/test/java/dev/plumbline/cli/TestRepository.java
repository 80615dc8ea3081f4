package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A real repository whose commits lie a day apart. */
final class TestRepository implements AutoCloseable {

    private static final long DAY_SECONDS = 86_400;
    private static final Instant START = Instant.parse("2025-03-01T12:00:00Z");

    private final Git git;
    private final Path root;
    private int commits;

    private TestRepository(Git git, Path root) {
        this.git = git;
        this.root = root;
    }

    static TestRepository in(Path root) throws GitAPIException {
        return new TestRepository(Git.init().setDirectory(root.toFile()).setInitialBranch("main").call(), root);
    }

    TestRepository write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
        return this;
    }

    void commit(String message) throws GitAPIException {
        PersonIdent ada = new PersonIdent("Ada", "ada@example.org", START.plusSeconds(DAY_SECONDS * commits++),
            ZoneOffset.UTC);
        git.add().addFilepattern(".").call();
        git.commit().setMessage(message).setAuthor(ada).setCommitter(ada).setSign(false).call();
    }

    void branch(String name) throws GitAPIException {
        git.checkout().setCreateBranch(true).setName(name).call();
    }

    @Override
    public void close() {
        git.close();
    }
}
