package dev.plumbline.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.Rung;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.project.Overlay;
import dev.plumbline.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VicinityTest {

    private static final String ROOT = "src/main/java/";

    @TempDir
    private Path folder;

    @BeforeEach
    void sources() throws IOException {
        write("shop/Cart.java",
            "package shop;\nimport stock.Shelf;\nclass Cart { Shelf shelf; int n() { return shelf.left(); } }");
        write("shop/Till.java", "package shop;\nclass Till { int n(Cart cart) { return cart.n(); } }");
        write("stock/Shelf.java",
            "package stock;\npublic class Shelf { public int left() { return Rack.COUNT + rows(); }"
                + " int rows() { return 1; } }");
        write("stock/Rack.java", "package stock;\nclass Rack { static final int COUNT = new Floor().count(); }");
        write("stock/Floor.java", "package stock;\nclass Floor { int count() { return 2; } }");
        write("mail/Cart.java", "package mail;\nclass Cart { }");
        write("mail/Post.java", "package mail;\nclass Post { Cart cart; }");
    }

    @Test
    void aNameMeansTheTypeThatItsFileCanSee() throws IOException {
        Vicinity vicinity = Vicinity.of(project(), 2);
        assertEquals(Set.of("shop/Till.java"), names(vicinity.mentioning(ids("shop/Cart.java"))));
        assertEquals(Set.of("mail/Post.java"), names(vicinity.mentioning(ids("mail/Cart.java"))));
        assertEquals(Set.of("shop/Cart.java"), names(vicinity.mentioning(ids("stock/Shelf.java"))));
    }

    @Test
    void whatIsMentionedIsFollowedSoManySteps() throws IOException {
        Vicinity vicinity = Vicinity.of(project(), 2);
        assertEquals(Set.of("shop/Cart.java"), names(vicinity.around(ids("shop/Cart.java"), 0)));
        assertEquals(Set.of("shop/Cart.java", "stock/Shelf.java"), names(vicinity.around(ids("shop/Cart.java"), 1)));
        assertEquals(Set.of("shop/Cart.java", "stock/Shelf.java", "stock/Rack.java"),
            names(vicinity.around(ids("shop/Cart.java"), 2)));
    }

    @Test
    void aPartOfAProjectCompilesAgainstTheRestOfIt() throws IOException {
        Project project = project();
        Vicinity vicinity = Vicinity.of(project, 2);
        Set<Unit.Id> part = ids("shop/Cart.java", "shop/Till.java");
        Program program = Program.open(project, Focus.on(part, part, vicinity), 2);
        assertEquals(part, Set.copyOf(program.units()));
        assertEquals(Set.of(Rung.COMPILED_IN_MEMORY), Set.copyOf(program.rungs().values()));
        assertEquals(List.of(), program.notices());
        assertFalse(program.owns(ClassName.of("stock.Shelf")));
    }

    @Test
    void anotherRevisionIsReadInTheSamePlace() throws IOException {
        Project project = project();
        Map<String, Overlay.Text> texts = new TreeMap<>();
        texts.put(ROOT + "stock/Floor.java", new Overlay.Text(Optional.empty(), ROOT + "stock/Floor.java"));
        texts.put(ROOT + "stock/Rack.java", text("package stock;\nclass Rack { static final int COUNT = 3; }"));
        texts.put(ROOT + "old/Gone.java", text("package old;\nclass Gone { void was() { } }"));
        texts.put("src/test/java/old/GoneTest.java", text("package old;\nclass GoneTest { }"));
        Program head = Program.open(project, 2);
        Project before = project.with(new Overlay(new TreeMap<>(texts), false));
        Program base = Program.beside(head, before, Focus.none(), id -> !texts.containsKey(id.text()), 2);
        assertTrue(base.owns(ClassName.of("old.Gone")));
        assertFalse(base.owns(ClassName.of("stock.Floor")));
        assertFalse(base.owns(ClassName.of("old.GoneTest")), "tests are no main sources at base, either");
        assertEquals(List.of(), base.notices());
        MethodRef rows = MethodRef.of("stock/Shelf", "rows", "()I");
        assertTrue(base.method(rows).isPresent(), "what both have was compiled once and is in both");
        assertEquals(Optional.of("package stock;\nclass Rack { static final int COUNT = 3; }"),
            base.text(Path.of(ROOT + "stock/Rack.java")));
    }

    private static Overlay.Text text(String text) {
        return new Overlay.Text(Optional.of(() -> text.getBytes(StandardCharsets.UTF_8)), "");
    }

    private Project project() {
        return Project.discover(new Project.Request(List.of(folder.resolve(ROOT)), List.of(), List.of()))
            .rootedAt(folder);
    }

    private static Set<Unit.Id> ids(String... names) {
        return Set.of(names).stream().map(name -> Unit.Id.at(ROOT + name)).collect(Collectors.toSet());
    }

    private static Set<String> names(Set<Unit.Id> ids) {
        return ids.stream().map(id -> id.text().substring(ROOT.length())).collect(Collectors.toSet());
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(ROOT + path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
