package dev.plumbline.bytecode;

import static dev.plumbline.bytecode.OriginsTest.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test holds for what javac writes and for what the Eclipse compiler writes. */
class WrittenTest {

    @Test
    void theClosesOfTryWithResourcesAreNotWritten() {
        for (Snippet snippet : Snippet.both("""
            import java.io.*;
            class A {
                int f(String name) throws IOException {
                    try (InputStream in = open(name);
                         OutputStream out = new FileOutputStream(name)) {
                        if (name.isEmpty()) {
                            return 5;
                        }
                        in.transferTo(out);
                    } catch (RuntimeException e) {
                        in();
                    }
                    return 2;
                }
                InputStream open(String name) { return null; }
                void in() {}
            }
            """)) {
            MethodCode method = snippet.method("f");
            assertEquals(0, written(method, "close").size());
            assertEquals(0, written(method, "addSuppressed").size());
            assertEquals(1, written(method, "open").size());
            assertEquals(1, written(method, "transferTo").size());
            assertEquals(1, written(method, "in").size());
            assertEquals(1, method.handlers().size());
            assertTrue(method.exits().stream().filter(Exit::throwing).noneMatch(exit -> method.written(exit.site())));
        }
    }

    @Test
    void aCloseWrittenByHandIsWritten() {
        for (Snippet snippet : Snippet.both("""
            import java.io.*;
            class A {
                void f(InputStream in) throws Throwable {
                    try {
                        in.read();
                    } catch (Throwable t) {
                        try {
                            in.close();
                        } catch (Throwable s) {
                            t.addSuppressed(s);
                        }
                        throw t;
                    }
                }
            }
            """)) {
            MethodCode method = snippet.method("f");
            assertEquals(1, written(method, "close").size());
            assertEquals(2, method.handlers().size());
        }
    }

    @Test
    void aFinallyIsWrittenOnce() {
        for (Snippet snippet : Snippet.both("""
            class A {
                int f(int n) {
                    try {
                        if (n == 2) {
                            return 1;
                        }
                        work();
                    } catch (IllegalStateException e) {
                        n = 7;
                    } finally {
                        if (n > 2) {
                            done();
                        }
                        try {
                            done();
                        } catch (RuntimeException e) {
                            work();
                        }
                    }
                    return 0;
                }
                void g() {
                    try {
                        work();
                        throw new IllegalStateException();
                    } finally {
                        done();
                    }
                }
                void work() {}
                void done() {}
            }
            """)) {
            MethodCode method = snippet.method("f");
            assertEquals(List.of(12, 15), lines(method, "done"));
            assertEquals(List.of(7, 17), lines(method, "work"));
            assertEquals(2, method.handlers().size());
            assertEquals(1, written(snippet.method("g"), "done").size());
        }
    }

    @Test
    void aMonitorIsGivenUpByTheCompiler() {
        for (Snippet snippet : Snippet.both("""
            class A {
                void f(Object lock) {
                    synchronized (lock) {
                        lock.notify();
                    }
                }
            }
            """)) {
            MethodCode method = snippet.method("f");
            assertEquals(List.of(), method.handlers());
            assertEquals(1, written(method, "notify").size());
            Exit rethrow = method.exits().stream().filter(Exit::throwing).findFirst().orElseThrow();
            assertFalse(method.written(rethrow.site()));
        }
    }

    @Test
    void theMachineryOfSwitchesIsNotWritten() {
        for (Snippet snippet : Snippet.both("""
            class A {
                enum Color { RED, GREEN }
                int text(String s) {
                    switch (s) {
                        case "a": return 1;
                        case "Aa": case "BB": return s.length();
                        default: return 3;
                    }
                }
                int color(Color c) {
                    return switch (c) { case RED -> 1; case GREEN -> 2; };
                }
            }
            """)) {
            MethodCode text = snippet.method("text");
            assertEquals(List.of("length"), text.calls().stream().filter(call -> text.written(call.site()))
                .map(Call::name).toList());
            MethodCode color = snippet.method("color");
            assertEquals(0, written(color, "ordinal", "<init>").size());
            assertEquals(Hazard.IMPLICIT, color.exits().stream().filter(Exit::throwing)
                .map(exit -> color.throwing().at(exit.site()).hazard()).findFirst().orElseThrow());
        }
    }

    @Test
    void anAssertThrowsNothingThatIsWritten() {
        for (Snippet snippet : Snippet.both("""
            class A {
                void f(int i) {
                    assert i > 0 : text(i);
                }
                String text(int i) { return "" + i; }
            }
            """)) {
            MethodCode method = snippet.method("f");
            assertEquals(1, written(method, "text").size());
            assertEquals(0, written(method, "<init>").size());
            assertEquals(Hazard.IMPLICIT, method.throwing().at(method.exits().stream().filter(Exit::throwing)
                .findFirst().orElseThrow().site()).hazard());
        }
    }

    @Test
    void membersOfEnumsAndRecordsAndNullChecksAreNotWritten() {
        for (Snippet snippet : Snippet.both("""
            enum Color { RED, GREEN }
            record Point(int x, String y) {
                Point {
                    if (x < 0) throw new IllegalArgumentException();
                }
                static Runnable f(Point p) { return p::toString; }
            }
            record Plain(int z) {}
            """)) {
            for (String name : List.of("values", "valueOf", "x", "y", "z")) {
                assertFalse(isWritten(snippet.method(name)), name);
            }
            assertEquals(List.of("Plain:false", "Point:true"), snippet.classes().stream()
                .filter(type -> type.header().isRecord())
                .map(type -> type.name() + ":" + type.methods().stream()
                    .filter(method -> method.ref().isConstructor()).anyMatch(WrittenTest::isWritten))
                .toList());
            assertEquals(0, written(snippet.method("f"), "requireNonNull", "getClass").size());
        }
    }

    private static boolean isWritten(MethodCode method) {
        return Stream.iterate(0, at -> at < method.size(), at -> at + 1).anyMatch(at -> method.written(new Site(at)));
    }

    private static List<Integer> lines(MethodCode method, String name) {
        return written(method, name).stream().map(call -> method.line(call.site())).sorted().toList();
    }

    private static List<Call> written(MethodCode method, String... names) {
        return calls(method, names).stream().filter(call -> method.written(call.site())).toList();
    }
}
