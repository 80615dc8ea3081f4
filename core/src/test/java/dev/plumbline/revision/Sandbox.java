package dev.plumbline.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A real repository to try things in; its branch is {@code main} and its commits are an hour apart. */
final class Sandbox implements AutoCloseable {

    static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

    final Path root;
    final Git git;
    private Instant clock = BEGIN;

    private Sandbox(Path root, Git git) {
        this.root = root;
        this.git = git;
    }

    static Sandbox in(Path root) throws GitAPIException {
        ReadOnlySystem.install();
        return new Sandbox(root, Git.init().setDirectory(root.toFile()).setInitialBranch("main").call());
    }

    static Sandbox cloned(Path from, Path to, int depth) throws GitAPIException {
        ReadOnlySystem.install();
        return new Sandbox(to, Git.cloneRepository().setURI(from.toUri().toString()).setDirectory(to.toFile())
            .setDepth(depth).call());
    }

    Sandbox write(String path, String... lines) {
        return write(path, Stream.of(lines).map(line -> line + "\n").collect(Collectors.joining()));
    }

    Sandbox write(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.write(root.resolve(path), text.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sandbox delete(String path) throws IOException {
        Files.delete(root.resolve(path));
        return this;
    }

    /** Everything that is there, and nothing that is not. */
    String commit(String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        clock = clock.plus(Duration.ofHours(1));
        PersonIdent author = new PersonIdent("Ada", "ada@example.org", clock, ZoneOffset.UTC);
        return git.commit().setMessage(message).setAuthor(author).setCommitter(author).setSign(false).call().name();
    }

    GitRepository open() {
        return GitRepository.containing(root, name -> "");
    }

    /** Changes between a commit and the files on disk. */
    Change changeSince(String ref) {
        try (GitRepository repository = open()) {
            return Change.between(repository.commit(ref), repository.workTree());
        }
    }

    void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
    }

    /** A class with many methods that are all different. */
    static List<String> source(String type, int methods) {
        return Stream.of(
            Stream.of("class " + type + " {"),
            IntStream.range(0, methods).boxed().flatMap(Sandbox::method),
            Stream.of("}")).flatMap(lines -> lines).toList();
    }

    static Stream<String> method(int number) {
        return Stream.of(
            "    int method" + number + "(int argument" + number + ") {",
            "        return argument" + number + " * " + (number + 7) + ";",
            "    }",
            "");
    }

    @Override
    public void close() {
        git.close();
    }
}
