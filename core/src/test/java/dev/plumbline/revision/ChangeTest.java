package dev.plumbline.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeTest {

    private static final String LICENCE = IntStream.range(0, 20)
        .mapToObj(line -> " * Line " + line + " of a licence that every file carries.\n")
        .collect(Collectors.joining("", "/*\n", " */\n"));

    @TempDir
    Path dir;

    @Test
    void aFileThatWasRenamedAndEditedIsOne() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            List<String> lines = new ArrayList<>(Sandbox.source("Old", 10));
            sandbox.write("a/Old.java", lines.toArray(String[]::new)).commit("first");
            lines.set(0, "class New {");
            lines.add(5, "    int added;");
            sandbox.delete("a/Old.java").write("b/New.java", lines.toArray(String[]::new));
            FileChange onDisk = only(sandbox.changeSince("HEAD"));
            assertEquals(Optional.of("a/Old.java"), onDisk.before());
            assertEquals(Optional.of("b/New.java"), onDisk.after());
            assertEquals(Set.of(1, 6), onDisk.lines().added());
            assertEquals(Set.of(1), onDisk.lines().removed());
            assertEquals(OptionalInt.of(7), onDisk.lines().after(6));
            assertEquals(OptionalInt.empty(), onDisk.lines().after(1));
            sandbox.commit("second");
            try (GitRepository repository = sandbox.open()) {
                FileChange committed = only(Change.between(repository.commit("HEAD~1"), repository.commit("HEAD")));
                assertEquals(onDisk.toString(), committed.toString());
            }
        }
    }

    @Test
    void ofTwoCopiesTheOneUnderTheOldSimpleNameIsTheRename() {
        String text = String.join("\n", Sandbox.source("A", 5));
        Change change = between(Map.of("x/A.java", text), Map.of("w/B.java", text, "y/A.java", text));
        assertEquals(List.of("w/B.java", "y/A.java"), paths(change));
        assertEquals(Optional.empty(), change.files().get(0).before());
        assertEquals(Optional.of("x/A.java"), change.files().get(1).before());
        assertEquals(Set.of(), change.files().get(1).lines().added());
        assertEquals(OptionalInt.of(3), change.files().get(1).lines().after(3));
    }

    @Test
    void aCommonLicenceMakesNoRename() {
        Change change = between(Map.of("Sun.java", LICENCE + "interface Sun { int warmth(); }\n"),
            Map.of("Moon.java", LICENCE + "enum Moon { NEW, WAXING, FULL, WANING }\n"));
        assertEquals(List.of("Moon.java", "Sun.java"), paths(change));
    }

    @Test
    void aThousandMovedAndEditedFilesAreFoundAgain() {
        Map<String, String> base = new TreeMap<>();
        Map<String, String> head = new TreeMap<>();
        for (int file = 0; file < 1000; file++) {
            String body =
                LICENCE + String.join("\n", Sandbox.source("C" + file, 6)).replace("method", "m" + file + "x");
            base.put("old/C" + file + ".java", "package old;\n" + body);
            head.put("fresh/D" + file + ".java", "package fresh;\n" + body);
        }
        Change change = between(base, head);
        assertEquals(1000, change.files().size());
        for (FileChange file : change.files()) {
            assertEquals(file.before().orElseThrow().replace("old/C", "fresh/D"), file.after().orElseThrow());
            assertEquals(Set.of(1), file.lines().added());
        }
    }

    @Test
    void anotherLineEndOrMarkOrSpaceAtTheEndIsNoChange() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("A.java", "class A {", "    int a;", "}").commit("first");
            for (String same : List.of("class A {\r\n    int a;\r\n}\r\n", "class A {\r    int a;\r}\r",
                "class A {   \n    int a;\t\n}", "\uFEFFclass A {\n    int a;\n}\n")) {
                sandbox.write("A.java", same);
                assertEquals(List.of(), sandbox.changeSince("HEAD").files(), same);
            }
            sandbox.write("A.java", "class A {\r\n    int b;\r\n}\r\n");
            assertEquals(Set.of(2), only(sandbox.changeSince("HEAD")).lines().added());
        }
    }

    @Test
    void linesAreCountedAsCompilersCountThem() {
        Change change = between(Map.of("A.java", "a\rb\r\nc\nd\n"), Map.of("A.java", "a\rb\r\nX\nc\nd\n"));
        assertEquals(Set.of(3), only(change).lines().added());
    }

    @Test
    void anotherModeIsNoChange() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("A.java", "class A {", "}").commit("first");
            assertTrue(dir.resolve("A.java").toFile().setExecutable(true));
            assertEquals(List.of(), sandbox.changeSince("HEAD").files());
            sandbox.commit("executable");
            try (GitRepository repository = sandbox.open()) {
                Change change = Change.between(repository.commit("HEAD~1"), repository.commit("HEAD"));
                assertEquals(List.of(), change.files());
            }
        }
    }

    @Test
    void aRevisionDoesNotDifferFromItself() throws Exception {
        try (Sandbox sandbox = Sandbox.in(dir)) {
            sandbox.write("a/A.java", "class A {", "}").write("pom.xml", "<project/>").commit("first");
            Folder folder = Folder.of(dir);
            try (GitRepository repository = sandbox.open()) {
                GitRevision commit = repository.commit("HEAD");
                for (Revision other : List.of(commit, repository.workTree(), folder)) {
                    Change change = Change.between(commit, other);
                    assertEquals(List.of(), change.files());
                    assertEquals(List.of(), change.others());
                }
            }
        }
    }

    @Test
    void addedAndDeletedFilesHaveAllLinesAddedOrRemoved() {
        Change change = between(Map.of("A.java", "class A {\n}\n"), Map.of("B.java", "interface Other {\n\n}\n"));
        assertEquals(Set.of(1, 2), change.files().get(0).lines().removed());
        assertEquals(Optional.empty(), change.files().get(0).after());
        assertEquals(Set.of(1, 2, 3), change.files().get(1).lines().added());
        assertEquals(Optional.empty(), change.files().get(1).before());
    }

    @Test
    void otherFilesAreNamedUnderEachOfTheirPaths() {
        Change change = between(Map.of("pom.xml", "a", "old.txt", "same", "kept.txt", "k"),
            Map.of("pom.xml", "b", "new.txt", "same", "kept.txt", "k"));
        assertEquals(List.of(), change.files());
        assertEquals(List.of("new.txt", "old.txt", "pom.xml"), change.others());
    }

    @Test
    void whereARemovedLineWasIsKnown() {
        Change change = between(Map.of("A.java", "a\nb\nc\nd\ne\n"), Map.of("A.java", "a\nX\nd\n"));
        ChangedLines lines = only(change).lines();
        assertEquals(List.of(1, 2, 2, 3, 4), IntStream.rangeClosed(1, 5).map(lines::near).boxed().toList());
        assertEquals(OptionalInt.of(4), lines.before(3));
    }

    @Test
    void aMethodThatWentToAnotherClassWasMovedThoughItIsIndentedNow() {
        List<String> from = Sandbox.source("From", 4);
        String method = Sandbox.method(2).map(line -> "    " + line + "\n").collect(Collectors.joining());
        String without = from.stream().filter(line -> !line.contains("2(") && !line.contains("argument2"))
            .collect(Collectors.joining("\n"));
        Change change = between(Map.of("From.java", String.join("\n", from), "To.java", "class To {\n}\n"),
            Map.of("From.java", without, "To.java", "class To {\n    int fresh;\n" + method + "}\n"));
        ChangedLines to = change.files().get(1).lines();
        assertEquals(Set.of(3, 4), new TreeSet<>(to.moved()).headSet(5));
        assertTrue(to.added().contains(2), to.toString());
        assertEquals(Set.of(), Set.copyOf(change.files().get(0).lines().added()));
    }

    @Test
    void aBlockThatIsThereTwiceAfterwardsIsNewOnce() {
        String block = Sandbox.method(1).collect(Collectors.joining("\n"));
        Change change = between(Map.of("A.java", block, "B.java", "interface B {}\n", "C.java", "interface C {}\n"),
            Map.of("B.java", "interface B {}\n" + block, "C.java", "interface C {}\n" + block));
        assertEquals(Set.of(2, 3, 4), change.files().get(1).lines().moved());
        assertEquals(Set.of(2, 3, 4), change.files().get(2).lines().added());
    }

    @Test
    void shortBlocksAndSingleLinesAreNotMoved() {
        Change small = between(Map.of("A.java", "start\nint a;\nint b;\nend\n"),
            Map.of("A.java", "start\nend\nint a;\nint b;\n"));
        assertEquals(Set.of(), only(small).lines().moved());
        Change single = between(Map.of("A.java", "start\nint aLongEnoughDeclaration = 1234567;\nend\n"),
            Map.of("A.java", "start\nend\nint aLongEnoughDeclaration = 1234567;\n"));
        assertEquals(Set.of(), only(single).lines().moved());
        assertEquals(Set.of(3), only(single).lines().added());
    }

    @Test
    void aLongBlockThatBeginsWithWhatIsEverywhereIsMovedWhole() {
        String getters = IntStream.range(0, 100)
            .mapToObj(
                number -> "    @Override\n    public String toString() {\n        return \"" + number + "\";\n    }\n")
            .collect(Collectors.joining("    // between\n"));
        String block = "    @Override\n    public String toString() {\n        return some + thing + special;\n    }\n";
        Change change = between(Map.of("A.java", getters + "// last\n" + block, "B.java", "class B {\n}\n"),
            Map.of("B.java", "class B {\n" + block + "}\n"));
        assertEquals(Set.of(2, 3, 4, 5), change.files().get(1).lines().moved());
    }

    @Test
    void aFolderAndAJarAreReadAlike() throws IOException {
        Path folder = dir.resolve("folder");
        Files.createDirectories(folder.resolve("org/x"));
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/config"), "not a file of it");
        Files.writeString(folder.resolve("org/x/A.java"), "class A {\n}\n");
        Files.writeString(folder.resolve("B.java"), "class B {\n}\n");
        Path jar = dir.resolve("x-sources.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : List.of("org/", "org/x/A.java", "B.java")) {
                out.putNextEntry(new ZipEntry(entry));
                if (!entry.endsWith("/")) {
                    out.write(Files.readAllBytes(folder.resolve(entry)));
                }
            }
        }
        assertEquals(List.of("B.java", "org/x/A.java"), Folder.of(folder).files());
        assertEquals(List.of("B.java", "org/x/A.java"), Folder.of(jar).files());
        assertEquals(List.of(), Change.between(Folder.of(folder), Folder.of(jar)).files());
        Files.writeString(folder.resolve("B.java"), "class B {\n    int b;\n}\n");
        assertEquals(Set.of(2), only(Change.between(Folder.of(jar), Folder.of(folder))).lines().added());
    }

    private static Change between(Map<String, String> base, Map<String, String> head) {
        return Change.between(folder("base", base), folder("head", head));
    }

    private static Folder folder(String name, Map<String, String> texts) {
        return Folder.holding(name, texts.entrySet().stream().collect(
            Collectors.toMap(Map.Entry::getKey, text -> text.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    private static FileChange only(Change change) {
        assertEquals(1, change.files().size(), () -> change.files().toString());
        return change.files().get(0);
    }

    private static List<String> paths(Change change) {
        return change.files().stream().map(FileChange::path).toList();
    }
}
