package dev.plumbline.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.source.Suppressions.Suppression;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionsTest {

    @Test
    void aCommentBesideCodeCoversItsLine() {
        Suppression only = only("""
            class A {
                int a = b(); // plumbline:ignore cause-dropped -- logged by b
                int c;
            }
            """);
        assertEquals("cause-dropped", only.rule());
        assertEquals("logged by b", only.reason());
        assertEquals(List.of(2, 2), List.of(only.firstLine(), only.lastLine()));
        assertEquals(18, only.place().column());
    }

    @Test
    void commentsOnTheirOwnLinesCoverTheNextLineOfCode() {
        List<Suppression> both = in("""
            class A {
                // plumbline:ignore one -- first

                // plumbline:ignore two -- second
                int a;
                int b;
            }
            """);
        assertEquals(List.of("one", "two"), both.stream().map(Suppression::rule).toList());
        assertEquals(List.of(5, 5), both.stream().map(Suppression::lastLine).toList());
    }

    @Test
    void whatIsMissingIsEmpty() {
        assertEquals("", only("int a; // plumbline:ignore").rule());
        assertEquals("", only("int a; // plumbline:ignore a-rule").reason());
        assertEquals("", only("int a; // plumbline:ignore a-rule --").reason());
        assertEquals("", only("int a; // plumbline:ignore -- a reason").rule());
    }

    @Test
    void textInLiteralsAsksForNothing() {
        assertEquals(List.of(), in("""
            class A {
                String a = "// plumbline:ignore one -- two";
                String b = \"""
                    // plumbline:ignore one -- two
                    \""";
                /* // plumbline:ignore one -- two */
                char c = '"'; String d = "plumbline:one";
            }
            """));
    }

    @Test
    void anAnnotationCoversItsDeclaration() {
        Suppression only = only("""
            class A {
                // the lock is held by all callers
                @SuppressWarnings("plumbline:lazy-init-race")
                void a() {
                    b();
                }
            }
            """);
        assertEquals("lazy-init-race", only.rule());
        assertEquals("the lock is held by all callers", only.reason());
        assertEquals(List.of(3, 6), List.of(only.firstLine(), only.lastLine()));
    }

    @Test
    void anArrayAsksOnceForEachRule() {
        List<Suppression> both = in("""
            @SuppressWarnings(value = {
                "unchecked",
                "plumbline:one", // because of one
                "plumbline:two"
            })
            class A {
            }
            """);
        assertEquals(List.of("one", "two"), both.stream().map(Suppression::rule).toList());
        assertEquals(List.of("because of one", ""), both.stream().map(Suppression::reason).toList());
    }

    @Test
    void aFileThatDoesNotParseStillHasItsComments() {
        assertEquals("one", only("class { int = ; // plumbline:ignore one -- two\n").rule());
    }

    private static Suppression only(String text) {
        List<Suppression> all = in(text);
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }

    private static List<Suppression> in(String text) {
        return Suppressions.in(SourceFile.of(Path.of("A.java"), text.getBytes(StandardCharsets.UTF_8)));
    }
}
