package dev.plumbline.bytecode;

import static dev.plumbline.bytecode.OriginsTest.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.bytecode.Lifetime.Use;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifetimeTest {

    /** Each snippet has a method {@code f}, which opens with {@code open()}; {@code use} throws what it declares. */
    private static final String WORLD = """
            static java.io.InputStream open() throws java.io.IOException { return null; }
            static void use(Object it) throws java.io.IOException { }
        }
        """;

    private static Lifetime lifetime(MethodCode method) {
        return Lifetime.of(method, call(method, "open").site(), use -> false);
    }

    private static boolean isClose(MethodCode method, Use use) {
        return use.kind() == Use.Kind.RECEIVER && method.call(use.site()).orElseThrow().name().equals("close");
    }

    private static Optional<List<Edge>> leak(MethodCode method, Hazard least) {
        return lifetime(method).wayOutWithout(use -> isClose(method, use), least);
    }

    private static List<Snippet> both(String body) {
        return Snippet.both("class A {\n" + body + WORLD);
    }

    @Test
    void closedInAFinallyThatTestsForNull() {
        for (Snippet snippet : both("""
            void f() throws java.io.IOException {
                java.io.InputStream in = null;
                try {
                    in = open();
                    use(in);
                } finally {
                    if (in != null) in.close();
                }
            }
            """)) {
            assertEquals(Optional.empty(), leak(snippet.method("f"), Hazard.IMPLICIT));
        }
    }

    @Test
    void closedByTryWithResources() {
        for (Snippet snippet : both("""
            int f() throws java.io.IOException {
                try (java.io.InputStream in = open()) {
                    use(in);
                    return in.read();
                }
            }
            """)) {
            assertEquals(Optional.empty(), leak(snippet.method("f"), Hazard.IMPLICIT));
        }
    }

    @Test
    void whatThrowsBeforeTheCloseLeaks() {
        for (Snippet snippet : both("""
            void f() throws java.io.IOException {
                java.io.InputStream in = open();
                use(in);
                in.close();
            }
            """)) {
            MethodCode method = snippet.method("f");
            List<Edge> way = leak(method, Hazard.EXPLICIT).orElseThrow();
            Edge last = way.get(way.size() - 1);
            assertEquals(Edge.Kind.THROWN, last.kind());
            assertEquals("use", method.call(last.from()).orElseThrow().name());
        }
    }

    @Test
    void aFlagThatIsSetOnSuccessIsFollowed() {
        for (Snippet snippet : both("""
            java.io.InputStream f() throws java.io.IOException {
                java.io.InputStream in = open();
                boolean done = false;
                try {
                    use(in);
                    done = true;
                } finally {
                    if (!done) in.close();
                }
                return in;
            }
            """)) {
            MethodCode method = snippet.method("f");
            assertEquals(Optional.empty(), lifetime(method).wayOutWithout(
                use -> isClose(method, use) || use.kind() == Use.Kind.RETURNED, Hazard.IMPLICIT));
        }
    }

    @Test
    void aReturnWithoutCloseIsAWayOut() {
        for (Snippet snippet : both("""
            int f(boolean hasty) throws java.io.IOException {
                java.io.InputStream in = open();
                if (hasty) return 0;
                in.close();
                return 1;
            }
            """)) {
            List<Edge> way = leak(snippet.method("f"), Hazard.EXPLICIT).orElseThrow();
            assertEquals(Edge.Kind.RETURNED, way.get(way.size() - 1).kind());
        }
    }

    @Test
    void whatWrapsTheValueStandsForIt() {
        for (Snippet snippet : both("""
            void f() throws java.io.IOException {
                java.io.InputStream in = open();
                java.io.BufferedInputStream buffered = new java.io.BufferedInputStream(in);
                buffered.close();
            }
            """)) {
            MethodCode method = snippet.method("f");
            Site open = call(method, "open").site();
            assertTrue(Lifetime.of(method, open, use -> true).uses().stream().anyMatch(use -> isClose(method, use)));
            assertFalse(lifetime(method).uses().stream().anyMatch(use -> isClose(method, use)));
        }
    }

    @Test
    void aParameterIsFollowedFromTheEntry() {
        MethodCode method = Snippet.javac("""
            class A {
                Object kept;
                void f(long before, Object value) { Object other = value; kept = other; }
            }
            """).method("f");
        assertEquals(List.of(Use.Kind.FIELD),
            Lifetime.ofParameter(method, 1, use -> false).uses().stream().map(Use::kind).toList());
    }
}
