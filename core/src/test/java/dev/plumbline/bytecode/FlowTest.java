package dev.plumbline.bytecode;

import static dev.plumbline.bytecode.OriginsTest.call;
import static dev.plumbline.bytecode.OriginsTest.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FlowTest {

    @Test
    void anActUnderACheckIsDecidedByIt() {
        for (Snippet snippet : Snippet.both("""
            import java.util.*;
            class A {
                Map<String, Object> map;
                void f(String key, boolean force) {
                    if (!map.containsKey(key)) {
                        map.put(key, "1");
                    }
                    Object old = map.get(key);
                    if (old == null && force) {
                        map.remove(key);
                    }
                    boolean absent = map.putIfAbsent(key, "") == null;
                    if (absent) {
                        map.clear();
                    }
                    map.size();
                }
            }
            """)) {
            MethodCode method = snippet.method("f");
            Flow flow = method.flow();
            assertTrue(flow.decides(call(method, "containsKey"), call(method, "put")));
            assertTrue(flow.decides(call(method, "get"), call(method, "remove")));
            assertTrue(flow.decides(call(method, "putIfAbsent"), call(method, "clear")));
            assertFalse(flow.decides(call(method, "containsKey"), call(method, "size")));
            assertFalse(flow.decides(call(method, "containsKey"), call(method, "remove")));
            assertTrue(flow.dominates(call(method, "get").site(), call(method, "remove").site()));
            assertTrue(flow.postDominates(call(method, "size").site(), call(method, "put").site()));
            assertFalse(flow.postDominates(call(method, "put").site(), call(method, "containsKey").site()));
        }
    }

    @Test
    void anEarlyReturnDecidesWhatFollows() {
        MethodCode method = Snippet.javac("""
            class A {
                java.util.List<String> list;
                void f(String s) {
                    while (true) {
                        if (list.contains(s)) return;
                        list.add(s);
                    }
                }
            }
            """).method("f");
        assertTrue(method.flow().decides(call(method, "contains"), call(method, "add")));
    }

    @Test
    void exceptionsReachOnlyHandlersThatMatch() {
        MethodCode method = Snippet.javac("""
            import java.io.*;
            class A {
                int x;
                void f(Reader in) {
                    try {
                        in.read();
                        x = 1;
                        g();
                    } catch (FileNotFoundException e) {
                        x = 2;
                    } catch (IOException e) {
                        x = 3;
                    } catch (NumberFormatException e) {
                        x = 4;
                    }
                }
                void g() {}
            }
            """).method("f");
        List<Handler> handlers = method.handlers();
        assertEquals(3, handlers.size());
        assertEquals(List.of(0, 1, 2, -1), targets(method, handlers, call(method, "read").site()));
        assertEquals(List.of(2, -1), targets(method, handlers, call(method, "g").site()));
        assertEquals(List.of(), targets(method, handlers, method.fields().get(0).site()));
        assertEquals(Hazard.EXPLICIT, method.flow().hazard(call(method, "read").site()));
        assertEquals(Hazard.NONE, method.flow().hazard(method.fields().get(0).site()));
        assertTrue(handlers.get(0).guarded().contains(call(method, "g").site()));
        assertEquals(9, handlers.get(0).line());
    }

    @Test
    void catchingAllExceptionsLeavesNoWayOut() {
        MethodCode method = Snippet.javac("""
            class A {
                int x;
                void f() {
                    try {
                        g();
                    } catch (RuntimeException e) {
                        x = 1;
                    }
                }
                void g() {}
            }
            """).method("f");
        assertEquals(List.of(0), targets(method, method.handlers(), call(method, "g").site()));
    }

    @Test
    void aCheckedExceptionNobodySeemsToThrowIsReachedFromTheCalls() {
        MethodCode method = Snippet.javac("""
            class Refused extends Exception {}
            class A {
                int x;
                void f() {
                    try {
                        g();
                    } catch (Refused e) {
                        x = 1;
                    }
                }
                void g() throws Refused {}
            }
            """).throwing("g", Hazard.POSSIBLE).method("f");
        assertEquals(List.of(0, -1), targets(method, method.handlers(), call(method, "g").site()));
    }

    @Test
    void whatAFinallyTakesDoesNotReachTheClauseAroundIt() {
        MethodCode method = Snippet.javac("""
            class Refused extends Exception {}
            class A {
                int x;
                void f() {
                    try {
                        g();
                        try {
                            h();
                        } finally {
                            x = 2;
                        }
                    } catch (Refused e) {
                        x = 1;
                    }
                }
                void g() throws Refused {}
                void h() {}
            }
            """).throwing("g", Hazard.POSSIBLE).method("f");
        assertEquals(List.of(0, -1), targets(method, method.handlers(), call(method, "g").site()));
        assertFalse(targets(method, method.handlers(), call(method, "h").site()).contains(0));
    }

    @Test
    void theWayOutIsTheShortestAllowed() {
        for (Snippet snippet : Snippet.both("""
            import java.util.concurrent.locks.*;
            class A {
                Lock lock;
                void leaks() {
                    lock.lock();
                    work();
                    lock.unlock();
                }
                void safe() {
                    lock.lock();
                    try {
                        work();
                    } finally {
                        lock.unlock();
                    }
                }
                void work() {}
            }
            """)) {
            MethodCode leaks = snippet.method("leaks");
            List<Edge> way = wayOutWithoutUnlock(leaks);
            Edge last = way.get(way.size() - 1);
            assertEquals(call(leaks, "work").site(), last.from());
            assertEquals(Edge.Kind.THROWN, last.kind());
            assertEquals(List.of(), wayOutWithoutUnlock(snippet.method("safe")));
        }
    }

    @Test
    void aFinallyThrowsNoWorseThanWhatItGuards() {
        MethodCode method = Snippet.javac("""
            class A {
                void f() {
                    try {
                        work();
                    } finally {
                        done();
                    }
                }
                void work() {}
                void done() {}
            }
            """).throwing("work", Hazard.POSSIBLE).method("f");
        Exit rethrow = method.exits().stream().filter(Exit::throwing).findFirst().orElseThrow();
        assertEquals(Hazard.POSSIBLE, method.throwing().at(rethrow.site()).hazard());
    }

    @Test
    void aThrowStatementSaysWhatItThrows() {
        MethodCode method = Snippet.javac("""
            class A {
                void f(boolean a) throws Exception {
                    RuntimeException e = a ? new IllegalStateException() : new IllegalArgumentException();
                    try {
                        throw e;
                    } catch (IllegalStateException caught) {
                        throw new Exception(caught);
                    }
                }
            }
            """).method("f");
        List<String> thrown = method.exits().stream()
            .filter(Exit::throwing)
            .map(exit -> method.throwing().at(exit.site()).types().stream().map(type -> type.simple()).sorted()
                .collect(Collectors.joining("|")))
            .toList();
        assertEquals(List.of("IllegalArgumentException|IllegalStateException", "Exception"), thrown);
    }

    private static List<Edge> wayOutWithoutUnlock(MethodCode method) {
        List<Site> unlocks = calls(method, "unlock").stream().map(Call::site).toList();
        return method.flow()
            .wayOut(call(method, "lock").site(), edge -> !unlocks.contains(edge.from())
                && (edge.kind() != Edge.Kind.THROWN || method.flow().hazard(edge.from()) == Hazard.POSSIBLE))
            .orElse(List.of());
    }

    /** Which handlers an instruction's exceptions go to, by number; -1 for out of the method. */
    private static List<Integer> targets(MethodCode method, List<Handler> handlers, Site site) {
        List<Site> starts = handlers.stream().map(Handler::start).toList();
        return method.flow().out(site).stream()
            .filter(edge -> edge.kind() == Edge.Kind.THROWN)
            .map(edge -> starts.indexOf(edge.to()))
            .toList();
    }
}
