package dev.plumbline.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class OriginsTest {

    @Test
    void receiversAndArgumentsAreAccessPaths() {
        MethodCode method = Snippet.javac("""
            import java.util.*;
            class A {
                Map<String, Integer> map;
                static List<String> log;
                void f(long when, A other, String key) {
                    Map<String, Integer> local = (Map<String, Integer>) map;
                    local.put(key, 5);
                    other.map.put("k", null);
                    log.add(key);
                    new ArrayList<String>(3).add(key);
                }
            }
            """).method("f");
        assertEquals(List.of("this.map", "arg1.map", "static A.log", "new"), receivers(method, "put", "add"));
        assertEquals(List.of(new Origin("arg2"), new Origin("#5")), call(method, "put").arguments());
        assertEquals(new Origin("'k'"), calls(method, "put").get(1).firstArgument());
        Call constructor = call(method, "<init>");
        assertEquals(constructor.site(), method.constructorOf(constructor.receiver()).orElseThrow().site());
        assertEquals("map", method.origins().display(new Origin("this.map"), new Site(0)));
        assertEquals("local", method.origins().display(new Origin("this.map"), call(method, "put").site()));
        assertEquals("other.map", method.origins().display(new Origin("arg1.map"), constructor.site()));
        assertEquals("log", method.origins().display(new Origin("static A.log"), constructor.site()));
    }

    @Test
    void aReturnSharedWithTheHandlerHasTheHandlersValueOnThePathsThroughIt() {
        MethodCode method = Snippet.javac("""
            class A {
                String f(java.io.Reader in) {
                    String text = "";
                    try {
                        text = "" + (char) in.read();
                    } catch (java.io.IOException e) {
                        System.err.println(e);
                    }
                    return text;
                }
            }
            """).method("f");
        Exit exit = method.exits().get(0);
        assertEquals(2, method.origins().inputs(exit.value()).size());
        Origins after = method.origins().from(method.handlers().get(0));
        assertEquals(List.of(new Origin("''")), after.inputs(after.stack(exit.site(), 0)));
        assertFalse(after.reached(call(method, "read").site()));
    }

    @Test
    void boxingAndCastsKeepTheValue() {
        MethodCode method = Snippet.javac("""
            class A {
                java.util.Map<Long, Object> map;
                String f(long key) {
                    long same = map.containsKey(key) ? 1L : 2L;
                    return (String) map.get((Long) key);
                }
            }
            """).method("f");
        assertEquals(new Origin("arg0"), call(method, "containsKey").firstArgument());
        assertEquals(new Origin("arg0"), call(method, "get").firstArgument());
        assertEquals(call(method, "get").result(), method.exits().get(0).value());
    }

    @Test
    void whatACalleeIsKnownToReturnIsSaidInTheCallersWords() {
        MethodCode method = Snippet.javac("""
            class A {
                Object lock;
                A next;
                Object lock() { return lock; }
                static <T> T checked(T value) { return value; }
                void f(A other) {
                    checked(other).next.lock().hashCode();
                    lock().hashCode();
                }
            }
            """).returning("lock", "this.lock").returning("checked", "arg0").method("f");
        assertEquals(List.of("arg0.next.lock", "this.lock"), receivers(method, "hashCode"));
    }

    @Test
    void differentValuesJoinInAPhiThatKnowsItsInputs() {
        MethodCode method = Snippet.javac("""
            class A {
                String f(String a, String b, boolean c) {
                    String s = c ? a : b;
                    String t = c ? a : a;
                    t.length();
                    return s;
                }
            }
            """).method("f");
        Origin returned = method.exits().get(0).value();
        assertTrue(returned.isPhi());
        assertEquals(List.of(new Origin("arg0"), new Origin("arg1")), method.origins().inputs(returned));
        assertEquals(new Origin("arg0"), call(method, "length").receiver());
    }

    @Test
    void aVariableChangedByALoopHasOneNameInOneRound() {
        MethodCode method = Snippet.javac("""
            class Node {
                Node next;
                boolean a() { return true; }
                void b(int i) {}
                void f(Node start) {
                    for (Node node = start; node != null; node = node.next) {
                        for (int i = 0; i < 3; i++) {
                            if (node.a()) {
                                node.b(i);
                            }
                        }
                        node.b(4);
                    }
                    start.b(5);
                }
            }
            """).method("f");
        List<Call> calls = calls(method, "a", "b");
        Origin node = calls.get(0).receiver();
        assertTrue(node.isPhi(), node.path());
        assertEquals(node, calls.get(1).receiver());
        assertEquals(node, calls.get(2).receiver());
        assertEquals(new Origin("arg0"), calls.get(3).receiver());
        assertTrue(method.origins().inputs(node).contains(new Origin("arg0")));
        assertTrue(method.origins().same(node, calls.get(0).site(), node, calls.get(1).site()));
    }

    @Test
    void aFieldIsNotTheSameAfterAStore() {
        MethodCode method = Snippet.javac("""
            class A {
                Object a;
                void f() {
                    a.hashCode();
                    a.toString();
                    a = new Object();
                    a.notify();
                }
                void loop() {
                    while (a == null) {
                        a.hashCode();
                        a.toString();
                        a = null;
                    }
                }
            }
            """).method("f");
        Origin a = new Origin("this.a");
        Site hash = call(method, "hashCode").site();
        Site text = call(method, "toString").site();
        Site last = call(method, "notify").site();
        assertTrue(method.origins().same(a, hash, a, text));
        assertFalse(method.origins().same(a, text, a, last));
        MethodCode loop = method.type().method("loop", method.ref().descriptor()).orElseThrow();
        assertTrue(loop.origins().same(a, call(loop, "hashCode").site(), a, call(loop, "toString").site()));
    }

    @Test
    void aLambdaKnowsItsBodyAndWhatItCloses() {
        for (Snippet snippet : Snippet.both("""
            class A {
                String name;
                Runnable f(String text) { return () -> System.out.println(text + name); }
                java.util.function.Supplier<String> g() { return this::toString; }
            }
            """)) {
            Lambda lambda = snippet.method("f").lambdas().get(0);
            assertEquals("java.lang.Runnable", lambda.type().dotted());
            assertEquals(List.of(Origin.THIS, new Origin("arg0")), lambda.captured());
            assertTrue(snippet.method(lambda.body().name()).written(new Site(0)));
            assertEquals("toString", snippet.method("g").lambdas().get(0).body().name());
        }
    }

    static Call call(MethodCode method, String name) {
        return calls(method, name).get(0);
    }

    static List<Call> calls(MethodCode method, String... names) {
        return method.calls(Callee.of().named(names)).toList();
    }

    private static List<String> receivers(MethodCode method, String... names) {
        return calls(method, names).stream()
            .map(call -> call.receiver().path())
            .map(path -> path.startsWith("new@") ? "new" : path)
            .toList();
    }
}
