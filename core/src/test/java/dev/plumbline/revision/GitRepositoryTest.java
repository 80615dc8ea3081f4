package dev.plumbline.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {

    @TempDir
    Path dir;

    @Test
    void isFoundFromAFileDeepInside() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("a/b/A.java", "class A {", "}").commit("first");
            try (GitRepository repository = GitRepository.containing(dir.resolve("a/b/A.java"))) {
                assertEquals(dir.toRealPath(), repository.root());
                assertFalse(repository.isBare());
            }
        }
    }

    @Test
    void aPlaceWithoutRepositoryIsAMistakeOfTheUser() {
        assertSays("lies in no git repository; name two folders with --base-dir", () -> GitRepository.containing(dir));
        assertSays("There is no file or directory", () -> GitRepository.containing(dir.resolve("nowhere")));
    }

    @Test
    void aGitFileThatLeadsNowhereIsAMistakeOfTheUser() throws IOException {
        Files.writeString(dir.resolve(".git"), "gitdir: /nowhere/at/all\n");
        assertSays("cannot be read", () -> GitRepository.containing(dir));
    }

    @Test
    void aRepositoryWithoutCommitSaysSo() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir); GitRepository repository = sandbox.open()) {
            assertSays("has no commit yet", () -> repository.commit("HEAD"));
        }
    }

    @Test
    void aBareRepositoryHasCommitsButNoWorkTree() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir.resolve("one"))) {
            sandbox.write("A.java", "class A {", "}").commit("first");
            Git.cloneRepository().setBare(true).setURI(sandbox.root.toUri().toString())
                .setDirectory(dir.resolve("bare").toFile()).call().close();
        }
        try (GitRepository repository = GitRepository.at(dir.resolve("bare"))) {
            assertEquals(List.of("A.java"), repository.commit("main").files());
            assertSays("is a bare repository and has no work tree", repository::workTree);
        }
        try (GitRepository repository = GitRepository.containing(dir.resolve("bare"))) {
            assertTrue(repository.isBare());
        }
    }

    @Test
    void aLinkedWorkTreeIsItsOwnRootWithItsOwnHead() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir.resolve("one"))) {
            sandbox.write("A.java", "class A {", "}").commit("first");
            sandbox.run("git", "worktree", "add", "-q", "-b", "other", "../linked");
        }
        Path linked = dir.resolve("linked");
        Files.writeString(linked.resolve("B.java"), "class B {\n}\n");
        try (GitRepository repository = GitRepository.containing(linked)) {
            assertEquals(linked.toRealPath(), repository.root());
            assertEquals(List.of("A.java", "B.java"), repository.workTree().files());
            Change change = Change.between(repository.defaultBase(), repository.workTree());
            assertEquals("main", repository.defaultBranch());
            assertEquals(List.of("B.java"), change.files().stream().map(FileChange::path).toList());
        }
    }

    @Test
    void aSubmoduleIsARepositoryOfItsOwnAndNoFileOfTheOther() throws Exception {
        try (Sandbox inner = Sandbox.in(dir.resolve("inner")); Sandbox outer = Sandbox.in(dir.resolve("outer"))) {
            inner.write("In.java", "class In {", "}").commit("inner");
            outer.write("Out.java", "class Out {", "}").commit("outer");
            outer.git.submoduleAdd().setPath("sub").setURI(inner.root.toUri().toString()).call().close();
            outer.commit("with a submodule");
            try (GitRepository repository = outer.open()) {
                assertEquals(List.of(".gitmodules", "Out.java"), repository.commit("HEAD").files());
                assertEquals(List.of(".gitmodules", "Out.java"), repository.workTree().files());
                assertEquals(Optional.empty(), repository.commit("HEAD").read("sub"));
            }
            try (GitRepository repository = GitRepository.containing(outer.root.resolve("sub"))) {
                assertEquals(List.of("In.java"), repository.workTree().files());
            }
        }
    }

    @Test
    void aRefIsWhateverGitUnderstands() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            String first = sandbox.write("A.java", "class A {", "}").commit("first");
            String second = sandbox.write("A.java", "class A { }").commit("second");
            sandbox.git.tag().setName("v1").setAnnotated(true).setMessage("one").setSigned(false).call();
            try (GitRepository repository = sandbox.open()) {
                assertEquals(first, repository.commit("HEAD~1").id());
                assertEquals(second, repository.commit("v1").id());
                assertEquals(second, repository.commit(second.substring(0, 8)).id());
                assertEquals(second.substring(0, 10), repository.commit("main").name());
                assertEquals(first, repository.firstParent(repository.commit("main")).orElseThrow().id());
                assertEquals(Optional.empty(), repository.firstParent(repository.commit(first)));
            }
        }
    }

    @Test
    void aWrongRefIsAnsweredWithLikeOnes() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("A.java", "class A {", "}").commit("first");
            sandbox.git.branchCreate().setName("feature/login").call();
            try (GitRepository repository = sandbox.open()) {
                assertSays("There is no commit mian in", () -> repository.commit("mian"));
                assertSays("Did you mean feature/login?", () -> repository.commit("login"));
                assertSays("Did you mean main?", () -> repository.commit("origin/main"));
                for (String odd : List.of("", "a..b", "^^{", "HEAD@{9}", "main:A.java", "-x", "0".repeat(40))) {
                    assertThrows(UsageException.class, () -> repository.commit(odd), odd);
                }
            }
        }
    }

    @Test
    void theBaseIsWhereABranchLeftTheDefaultBranchOfTheRemote() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            String parted = sandbox.write("A.java", "class A {", "}").commit("first");
            sandbox.git.checkout().setCreateBranch(true).setName("work").call();
            sandbox.write("B.java", "class B {", "}").commit("mine");
            sandbox.git.checkout().setName("main").call();
            sandbox.write("C.java", "class C {", "}").commit("theirs");
            sandbox.git.checkout().setName("work").call();
            try (GitRepository repository = sandbox.open()) {
                assertEquals("main", repository.defaultBranch());
                assertEquals(parted, repository.defaultBase().id());
            }
            sandbox.git.remoteAdd().setName("origin").setUri(new URIish("https://example.org/x.git")).call();
            point(sandbox, "refs/remotes/origin/master", "main");
            assertDefaultBranch("origin/master", sandbox);
            point(sandbox, "refs/remotes/origin/main", "main");
            assertDefaultBranch("origin/main", sandbox);
            point(sandbox, "refs/remotes/origin/trunk", "main");
            RefUpdate head = sandbox.git.getRepository().updateRef("refs/remotes/origin/HEAD");
            head.link("refs/remotes/origin/trunk");
            assertDefaultBranch("origin/trunk", sandbox);
        }
    }

    private static void point(Sandbox sandbox, String name, String to) throws IOException {
        RefUpdate update = sandbox.git.getRepository().updateRef(name);
        update.setNewObjectId(sandbox.git.getRepository().resolve(to));
        update.update();
    }

    private static void assertDefaultBranch(String expected, Sandbox sandbox) {
        try (GitRepository repository = sandbox.open()) {
            assertEquals(expected, repository.defaultBranch());
        }
    }

    @Test
    void onTheOnlyBranchABaseHasToBeNamed() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("A.java", "class A {", "}").commit("first");
            try (GitRepository repository = sandbox.open()) {
                assertSays("name one with --base.", repository::defaultBase);
            }
        }
    }

    @Test
    void afterTheDefaultBranchWasMergedInTheBaseIsItsTip() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("A.java", "class A {", "}").commit("first");
            sandbox.git.checkout().setCreateBranch(true).setName("work").call();
            sandbox.write("B.java", "class B {", "}").commit("mine");
            sandbox.git.checkout().setName("main").call();
            String tip = sandbox.write("C.java", "class C {", "}").commit("theirs");
            sandbox.git.checkout().setName("work").call();
            sandbox.git.merge().include(sandbox.git.getRepository().findRef("main"))
                .setFastForward(FastForwardMode.NO_FF).setMessage("merged").call();
            try (GitRepository repository = sandbox.open()) {
                assertEquals(tip, repository.defaultBase().id());
                Change change = Change.between(repository.defaultBase(), repository.commit("HEAD"));
                assertEquals(List.of("B.java"), change.files().stream().map(FileChange::path).toList());
                assertEquals(List.of("mine", "first"), repository.history("HEAD", Sandbox.BEGIN).stream()
                    .map(CommitInfo::subject).toList());
            }
        }
    }

    @Test
    void historiesWithoutACommonCommitHaveNoBase() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("A.java", "class A {", "}").commit("first");
            sandbox.git.checkout().setOrphan(true).setName("lonely").call();
            sandbox.write("B.java", "class B {", "}").commit("second");
            try (GitRepository repository = sandbox.open()) {
                assertSays("HEAD and main have no commit in common.", repository::defaultBase);
            }
        }
    }

    @Test
    void aHistoryBeginsWithTheNewestAndEndsInTime() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("A.java", "class A {", "}").commit("one");
            sandbox.write("A.java", "class A { }").commit("two\n\nCo-authored-by: Bob <bob@example.org>");
            sandbox.write("A.java", "final class A { }").commit("three");
            try (GitRepository repository = sandbox.open()) {
                List<CommitInfo> history = repository.history("main", Sandbox.BEGIN.plusSeconds(7200));
                assertEquals(List.of("three", "two"), history.stream().map(CommitInfo::subject).toList());
                CommitInfo two = history.get(1);
                assertEquals("two\n\nCo-authored-by: Bob <bob@example.org>", two.message());
                assertEquals(Sandbox.BEGIN.plusSeconds(7200), two.time());
                assertEquals("ada@example.org", two.authorEmail());
                assertEquals(List.of(repository.commit("main~2").id()), two.parents());
            }
        }
    }

    @Test
    void aShallowCloneSaysWhatToFetch() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir.resolve("one"))) {
            sandbox.write("A.java", "class A {", "}").commit("first");
            sandbox.git.branchCreate().setName("old").call();
            sandbox.write("A.java", "class A { }").commit("second");
        }
        try (Sandbox clone = Sandbox.cloned(dir.resolve("one"), dir.resolve("clone"), 1);
                GitRepository repository = clone.open()) {
            assertTrue(repository.isShallow());
            assertEquals(List.of("A.java"), repository.commit("HEAD").files());
            assertEquals(repository.commit("HEAD").id(), repository.defaultBase().id());
            assertEquals(List.of(), repository.history("HEAD", Sandbox.BEGIN));
            String fetch = "This clone is shallow: run `git fetch --unshallow`";
            assertSays(fetch, () -> repository.commit("HEAD~1"));
            assertSays(fetch, () -> repository.commit("old~1"));
            assertSays("have no commit in common as far as their history was fetched. " + fetch,
                () -> repository.mergeBase(repository.commit("HEAD"), repository.commit("origin/old")));
            assertSays("was not fetched. " + fetch, () -> repository.firstParent(repository.commit("HEAD")));
        }
        try (GitRepository repository = GitRepository.containing(dir.resolve("clone"),
            name -> name.equals("GITHUB_ACTIONS") ? "true" : "")) {
            assertSays("or give actions/checkout `fetch-depth: 0`.", () -> repository.commit("HEAD~1"));
        }
        try (GitRepository repository = GitRepository.containing(dir.resolve("clone"),
            name -> name.equals("GITLAB_CI") ? "true" : "")) {
            assertSays("or set the variable `GIT_DEPTH: 0`.", () -> repository.commit("HEAD~1"));
        }
    }

    @Test
    void aCloneWithoutContentsSaysWhatToFetch() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("A.java", "class A {", "}").commit("first");
            sandbox.write("A.java", "class A { }").commit("second");
            String blob = sandbox.git.getRepository().resolve("HEAD~1:A.java").name();
            Files.delete(dir.resolve(".git/objects").resolve(blob.substring(0, 2)).resolve(blob.substring(2)));
            String sentence = "This clone lacks A.java of commit ";
            assertSays(sentence, () -> sandbox.changeSince("HEAD~1"));
            try (GitRepository repository = sandbox.open()) {
                assertSays(sentence, () -> repository.commit("HEAD~1").read("A.java"));
            }
        }
    }

    @Test
    void aRepositoryOfAnUnknownFormatSaysSo() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir.resolve("one"))) {
            sandbox.run("git", "init", "-q", "--object-format=sha256", "../other");
        }
        assertSays("names its objects by SHA-256", () -> GitRepository.containing(dir.resolve("other")));
    }

    @Test
    void readingWritesNothing() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("A.java", "class A {", "}").commit("first");
            sandbox.write("A.java", "class A { }");
            List<String> before = everything();
            sandbox.changeSince(Constants.HEAD);
            assertEquals(before, everything());
        }
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(dir)) {
            return paths.map(path -> path + " " + path.toFile().lastModified()).sorted().toList();
        }
    }

    private static void assertSays(String part, Executable action) {
        String message = assertThrows(UsageException.class, action).getMessage();
        assertTrue(message.contains(part), message);
    }
}
