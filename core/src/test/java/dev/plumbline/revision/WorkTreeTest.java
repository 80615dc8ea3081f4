package dev.plumbline.revision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {

    @TempDir
    Path dir;

    @Test
    void holdsWhatGitTracksOrWouldTrack() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("made/Tracked.java", "class Tracked {", "}").write("Gone.java", "class Gone {", "}")
                .commit("first");
            sandbox.write(".gitignore", "made/", "*.log").write("made/Ignored.java", "class Ignored {", "}")
                .write("x.log", "x").write("new/New.java", "class New {", "}").delete("Gone.java");
            try (GitRepository repository = sandbox.open()) {
                WorkTree tree = repository.workTree();
                assertEquals(List.of(".gitignore", "made/Tracked.java", "new/New.java"), tree.files());
                assertEquals(Optional.empty(), tree.read("x.log"));
                assertEquals(Optional.empty(), tree.read("Gone.java"));
                assertArrayEquals("class New {\n}\n".getBytes(StandardCharsets.UTF_8),
                    tree.read("new/New.java").orElseThrow());
            }
            Change change = sandbox.changeSince("HEAD");
            assertEquals(List.of("Gone.java", "new/New.java"), change.files().stream().map(FileChange::path).toList());
            assertEquals(List.of(".gitignore"), change.others());
        }
    }

    @Test
    void linksAreNotFiles() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("a/A.java", "class A {", "}");
            Files.createSymbolicLink(dir.resolve("Link.java"), Path.of("a/A.java"));
            Files.createSymbolicLink(dir.resolve("b"), Path.of("a"));
            sandbox.commit("with links");
            try (GitRepository repository = sandbox.open()) {
                assertEquals(List.of("a/A.java"), repository.commit("HEAD").files());
                assertEquals(List.of("a/A.java"), repository.workTree().files());
                assertEquals(Optional.empty(), repository.commit("HEAD").read("Link.java"));
                assertEquals(Optional.empty(), repository.workTree().read("Link.java"));
                assertEquals(List.of(), sandbox.changeSince("HEAD").files());
            }
        }
    }

    @Test
    void whatASparseCheckoutLeftOutWasNotDeleted() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("a/A.java", "class A {", "}").write("b/B.java", "class B {", "}").commit("first");
            sandbox.run("git", "update-index", "--refresh");
            sandbox.run("git", "sparse-checkout", "set", "--cone", "--no-sparse-index", "a");
            assertFalse(Files.exists(dir.resolve("b/B.java")));
            assertEquals(List.of(), sandbox.changeSince("HEAD").files());
            try (GitRepository repository = sandbox.open()) {
                assertArrayEquals("class B {\n}\n".getBytes(StandardCharsets.UTF_8),
                    repository.workTree().read("b/B.java").orElseThrow());
            }
        }
    }

    @Test
    void anEditOfTheSameLengthAtOnceIsSeen() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("A.java", "class A { int a; }").commit("first");
            sandbox.write("A.java", "class A { int b; }");
            assertEquals(1, sandbox.changeSince("HEAD").files().size());
        }
    }
}
