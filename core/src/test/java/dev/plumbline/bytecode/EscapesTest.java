package dev.plumbline.bytecode;

import static dev.plumbline.bytecode.OriginsTest.call;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EscapesTest {

    private static final String WORLD = """
            static Object kept;
            static StringBuilder open() { return new StringBuilder(); }
            static void use(Object it) { }
        }
        """;

    /** Whether the value that {@code open()} makes can get out, and whether it is stored before {@code trim()}. */
    private static List<String> escapes(String body) {
        return Snippet.both("class A {\n" + body + WORLD).stream()
            .map(snippet -> snippet.method("f"))
            .map(method -> {
                Escapes escapes = Escapes.of(method, call(method, "open").site());
                return escapes.isPossible() + " " + escapes.isStoredBefore(call(method, "trimToSize").site());
            })
            .distinct()
            .toList();
    }

    @Test
    void aLocalValueStaysWhereItIs() {
        assertEquals(List.of("false false"),
            escapes("int f() { StringBuilder b = open(); b.trimToSize(); return b.length(); }"));
    }

    @Test
    void aFieldAnArrayAndALambdaLetOthersFindIt() {
        assertEquals(List.of("true true"), escapes("void f() { StringBuilder b = open(); kept = b; b.trimToSize(); }"));
        assertEquals(List.of("true true"),
            escapes("void f(Object[] all) { StringBuilder b = open(); all[0] = b; b.trimToSize(); }"));
        assertEquals(List.of("true true"),
            escapes("void f() { StringBuilder b = open(); Runnable r = () -> b.append(1); b.trimToSize(); r.run(); }"));
    }

    @Test
    void whatIsStoredLaterOrPassedOnIsNotYetFound() {
        assertEquals(List.of("true false"),
            escapes("void f() { StringBuilder b = open(); b.trimToSize(); kept = b; }"));
        assertEquals(List.of("true false"), escapes("void f() { StringBuilder b = open(); use(b); b.trimToSize(); }"));
        assertEquals(List.of("true false"),
            escapes("Object f() { StringBuilder b = open(); b.trimToSize(); return b; }"));
    }
}
