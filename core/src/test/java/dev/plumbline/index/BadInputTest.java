package dev.plumbline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.Notice;
import dev.plumbline.name.ClassName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Whatever the class path holds, there is a sentence about it and the rest is known. */
class BadInputTest {

    private static final ClassName A = ClassName.of("p.A");

    @TempDir
    Path folder;

    private static List<String> kinds(ClassIndex index) {
        return index.notices().stream().map(Notice::kind).toList();
    }

    private static ClassIndex index(Path... classpath) {
        return ClassIndex.over(List.of(classpath), Jdk.running());
    }

    @Test
    void entriesThatCanNotBeOpenedAreNamed() throws Exception {
        Path text = Made.file(folder.resolve("text.jar"), "no archive".getBytes(StandardCharsets.UTF_8));
        Path empty = Made.file(folder.resolve("empty.jar"), new byte[0]);
        byte[] type = Made.type("p/A", "java/lang/Object");
        Path good = Made.jar(folder.resolve("good.jar"), Map.of("p/A.class", type));
        ClassIndex index = index(folder.resolve("gone.jar"), text, text, empty, good);
        List<String> named = index.notices().stream()
            .map(notice -> notice.kind() + " " + Path.of(notice.file().orElseThrow()).getFileName())
            .toList();
        assertEquals(List.of("missing-classpath-entry gone.jar", "unreadable-archive empty.jar",
            "unreadable-archive text.jar"), named);
        assertTrue(index.contains(A));
        assertTrue(index.notices().stream().allMatch(notice -> notice.level() == Notice.Level.INCOMPLETE));
    }

    @Test
    void damagedAndFutureClassesAreNamedOnceEach() throws Exception {
        byte[] future = Made.type("p/F", "java/lang/Object");
        future[7] = 99;
        Path jar = Made.jar(folder.resolve("a.jar"), Map.of(
            "p/A.class", "no class".getBytes(StandardCharsets.UTF_8),
            "p/F.class", future,
            "p/G.class", Made.type("p/F", "p/A")));
        ClassIndex index = index(jar);
        assertEquals(List.of(), index.notices());
        for (int i = 0; i < 2; i++) {
            index.classesIn(jar).forEach(name -> assertEquals(Optional.empty(), index.find(name)));
        }
        assertEquals(List.of("corrupt-class", "corrupt-class", "future-class"), kinds(index));
        assertTrue(index.notices().get(2).message().contains("a.jar!/p/F.class is of Java 55"),
            index.notices().get(2).message());
    }

    @Test
    void anEntryLargerThanAnyClassIsRefused() throws Exception {
        Path jar = Made.jar(folder.resolve("bomb.jar"), Map.of(
            "p/A.class", new byte[ClassBytes.LIMIT + 1],
            "p/B.class", Made.type("p/B", "java/lang/Object")));
        ClassIndex index = index(jar);
        assertEquals(Optional.empty(), index.find(A));
        assertTrue(index.find(ClassName.of("p.B")).isPresent());
        assertEquals(List.of("oversized-class"), kinds(index));
    }

    @Test
    void namesThatNoClassCanHaveAreLeftOut() throws Exception {
        byte[] bytes = Made.type("p/A", "java/lang/Object");
        Path jar = Made.jar(folder.resolve("a.jar"), Map.of(
            "../../p/A.class", bytes,
            "/p/A.class", bytes,
            "p/.class", bytes,
            "META-INF/versions/11/p/A.class", bytes,
            "module-info.class", bytes));
        ClassIndex index = index(jar);
        assertFalse(index.contains(A));
        assertEquals(List.of(), index.classesIn(jar));
        assertEquals(List.of("impossible-class-name"), kinds(index));
        assertTrue(index.notices().get(0).message().contains("3 class entries"));
    }

    @Test
    void anApplicationsClassesAreFoundWhereSpringBootPutsThem() throws Exception {
        Path jar = Made.jar(folder.resolve("boot.jar"),
            Map.of("BOOT-INF/classes/p/A.class", Made.type("p/A", "java/lang/Object")));
        assertTrue(index(jar).find(A).isPresent());
    }

    @Test
    void linksThatGoRoundAreFollowedOnce() throws Exception {
        Path outside = folder.resolve("outside");
        Made.file(outside.resolve("B.class"), Made.type("q/B", "java/lang/Object"));
        Path classes = folder.resolve("classes");
        Made.file(classes.resolve("p/A.class"), Made.type("p/A", "java/lang/Object"));
        Files.createSymbolicLink(classes.resolve("a"), classes);
        Files.createSymbolicLink(classes.resolve("p/round"), classes.resolve("p"));
        Files.createSymbolicLink(classes.resolve("q"), outside);
        ClassIndex index = index(classes);
        assertEquals(List.of(A, ClassName.of("q.B")), index.classesIn(classes));
        assertTrue(index.find(ClassName.of("q.B")).isPresent());
        assertEquals(List.of("repeated-link", "repeated-link"), kinds(index));
    }

    @Test
    void aClassThatWentAwayIsUnreadable() throws Exception {
        Path file = Made.file(folder.resolve("p/A.class"), Made.type("p/A", "java/lang/Object"));
        ClassIndex index = index(folder);
        Files.delete(file);
        assertTrue(index.contains(A));
        assertEquals(Optional.empty(), index.find(A));
        assertEquals(Optional.empty(), index.bytes(A));
        assertEquals(List.of("unreadable-class"), kinds(index));
    }

    @Test
    void aFolderThatIsNoRuntimeIsNamed() {
        ClassIndex index = ClassIndex.over(List.of(), Jdk.at(folder));
        assertFalse(index.contains(ClassName.OBJECT));
        assertEquals(List.of("unreadable-jdk"), kinds(index));
    }

    @Test
    void aRuntimeIsReadFromItsFolder() {
        ClassIndex index = ClassIndex.over(List.of(), Jdk.at(Path.of(System.getProperty("java.home"))));
        assertTrue(index.isSubtype(ClassName.of("java.util.ArrayList"), ClassName.of("java.util.List")));
        assertEquals(List.of(), index.notices());
    }

    @Test
    void annotationsNestedWithoutEndAreDamage() throws Exception {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, 0, "p/A", null, "java/lang/Object", null);
        Deque<AnnotationVisitor> open = new ArrayDeque<>(List.of(writer.visitAnnotation("Lp/N;", true)));
        while (open.size() < 100_000) {
            open.push(open.peek().visitAnnotation("n", "Lp/N;"));
        }
        open.forEach(AnnotationVisitor::visitEnd);
        writer.visitEnd();
        ClassIndex index = index().with(Map.of(A, writer.toByteArray()));
        assertEquals(Optional.empty(), index.find(A));
        assertEquals(List.of("corrupt-class"), kinds(index));
    }
}
