package dev.plumbline.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.program.CompiledSource.Compiler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JoinTest {

    private static final String ALL_SHAPES = """
        import java.util.*;
        import java.util.function.*;
        abstract class A<T extends Comparable<T>> {
            private final Supplier<String> field = () -> "a".trim();
            private final Runnable task = new Runnable() { public void run() { field.get(); } };
            static final List<String> NAMES = List.of("a", "b");
            static { NAMES.size(); }
            { NAMES.isEmpty(); }
            A(T first) { this(first, x -> x.hashCode()); }
            A(T first, Function<T, Integer> f) { super(); f.apply(first); }
            A(Collection<? super T> all) { all.size(); }
            abstract void none();
            <X extends List<T>> T generic(X list, T[]... more) { return list.get(more[0].length); }
            class Inner {
                Inner(int i) { String.valueOf(i); }
                class Deep { Deep() { Inner.this.hashCode(); } }
            }
            enum Kind {
                ONE("1") { int size() { return name().length(); } }, TWO("2");
                final String text;
                Kind(String text) { this.text = text.strip(); }
                int size() { return ordinal(); }
            }
            record Point(int x, List<String> names) {
                Point { Objects.requireNonNull(names); }
                Point(int x) { this(x, List.of()); }
            }
            interface Shape {
                default int area() { return hashCode(); }
                static Shape none() { return () -> 0 > 1 ? 1 : 2; }
                int sides();
            }
            void local(int captured) {
                class Local {
                    final int own;
                    Local(String text) { own = text.length() + captured; }
                    int get(Local other) { return Math.max(own, other.own); }
                }
                new Local("a").get(new Local("b"));
            }
            void lambdas(List<String> in) {
                in.stream().map(String::trim).map(s -> s.concat("x")).map(s -> in.get(s.length()))
                    .forEach(System.out::println);
                in.forEach(s -> { Runnable r = () -> s.length(); r.run(); });
                IntFunction<int[]> make = int[]::new; in.sort((a, b) -> a.compareTo(b));
                foo(new Object() { public int hashCode() { return in.size(); } }, new Object() {
                    public int hashCode() { return in.hashCode(); } });
            }
            static void foo(Object... all) {
                for (int i = 0; i < all.length; all[i].hashCode(), i++) { all[0].hashCode(); }
            }
            private String choose(Kind kind, String word) {
                switch (kind) { case ONE: word.isEmpty(); break; default: word.length(); }
                return switch (word) { case "a" -> word.strip();
                    default -> { yield word + word.toString() + kind; } };
            }
        }
        """;

    private static final String EXCEPTIONS = """
        import java.io.*;
        class A {
            void m(Reader in) throws IOException {
                try (Reader r = in) {
                    r.read();
                } catch (FileNotFoundException e) { e.getMessage(); } catch (IOException e) {
                    e.toString(); }
                try {
                    in.read();
                } catch (IllegalStateException
                        | IllegalArgumentException e) {
                    e.getMessage();
                } catch (RuntimeException e) {
                    try { in.read(); } catch (RuntimeException inner) { inner.getMessage(); }
                } finally {
                    in.close();
                }
            }
        }
        """;

    @ParameterizedTest
    @EnumSource
    void everyShapeJoinsWhoeverCompiledIt(Compiler compiler) throws IOException {
        CompiledSource compiled = CompiledSource.of(compiler, ALL_SHAPES);
        Join join = compiled.join();
        assertEquals(Optional.empty(), join.staleness());
        for (MethodCallExpr call : compiled.source().all(MethodCallExpr.class)) {
            // An initializer runs in both of the constructors that call super.
            int copies = call.toString().equals("NAMES.isEmpty()") ? 2 : 1;
            assertEquals(copies, join.calls(call).size(), call::toString);
            assertEquals(call.getNameAsString(), join.calls(call).get(0).name());
        }
        compiled.source().all(LambdaExpr.class)
            .forEach(lambda -> assertTrue(join.code(lambda).isPresent(), lambda::toString));
        Join.Share share = join.share();
        assertEquals(share.methods(), share.joinedMethods());
    }

    @ParameterizedTest
    @EnumSource
    void bothSidesOfTheJoinAgree(Compiler compiler) throws IOException {
        CompiledSource compiled = CompiledSource.of(compiler, ALL_SHAPES);
        Join join = compiled.join();
        int pairs = 0;
        for (MethodCode method : compiled.methods()) {
            for (Call call : method.calls()) {
                Optional<MethodCallExpr> source = join.source(method.ref(), call);
                assertTrue(source.isEmpty() || join.calls(source.get()).contains(call));
                pairs += source.isPresent() ? 1 : 0;
            }
            join.source(method.ref()).filter(CallableDeclaration.class::isInstance)
                .ifPresent(node -> assertSame(method, join.code((CallableDeclaration<?>) node).orElseThrow()));
        }
        assertEquals(pairs, compiled.source().all(MethodCallExpr.class).stream()
            .mapToInt(call -> join.calls(call).size()).sum());
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyWroteHasNoSource(Compiler compiler) throws IOException {
        CompiledSource compiled = CompiledSource.of(compiler, """
            class A {
                Object made = String.valueOf(1);
                enum E { ONE }
                record R(int x) { }
                static class C implements Comparable<C> { public int compareTo(C other) { return 0; } }
            }
            """);
        Join join = compiled.join();
        List<String> written = compiled.methods().stream()
            .filter(method -> join.source(method.ref()).isPresent())
            .map(method -> method.ref().toString())
            .toList();
        assertEquals(List.of("A#<init>()V", "A$C#compareTo(LA$C;)I", "A$E#<clinit>()V"), written);
        Node made = join.source(compiled.methods().get(0).ref()).orElseThrow();
        assertTrue(made instanceof FieldDeclaration);
    }

    @ParameterizedTest
    @EnumSource
    void aFinallyBlockIsOneSourceOfManyCalls(Compiler compiler) throws IOException {
        CompiledSource compiled = CompiledSource.of(compiler, EXCEPTIONS);
        MethodCallExpr close = compiled.source().all(MethodCallExpr.class).stream()
            .filter(call -> call.getNameAsString().equals("close")).findFirst().orElseThrow();
        assertTrue(compiled.join().calls(close).size() > 1);
    }

    @ParameterizedTest
    @EnumSource
    void handlersFindTheirClauses(Compiler compiler) throws IOException {
        CompiledSource compiled = CompiledSource.of(compiler, EXCEPTIONS);
        MethodCode method = compiled.methods().stream()
            .filter(code -> code.ref().name().equals("m")).findFirst().orElseThrow();
        Join join = compiled.join();
        List<Handler> handlers = method.handlers();
        List<CatchClause> found = handlers.stream()
            .flatMap(handler -> join.source(method.ref(), handler).stream()).toList();
        assertEquals(handlers.size(), found.size());
        for (CatchClause clause : compiled.source().all(CatchClause.class)) {
            assertEquals(1, found.stream().filter(other -> other == clause).count(), clause::toString);
        }
    }

    @Test
    void aChangedSourceIsSeenToBeNewerThanItsClasses() throws IOException {
        CompiledSource compiled = CompiledSource.of(Compiler.JAVAC, """
            class A {
                void a(int x) { String.valueOf(x); }
                static class B { }
            }
            """);
        assertStale("A.b() is not in the class files", compiled,
            "class A { void b() { } static class B { } }");
        assertStale("A.a(long) is not in the class files", compiled, """
            class A {
                void a(long x) { String.valueOf(x); }
                static class B { }
            }
            """);
        assertStale("A.a(int) has other lines in the class files", compiled, """
            class A {

                void a(int x) { String.valueOf(x); }
                static class B { }
            }
            """);
        assertStale("A.C is not in the class files", compiled, "class A { static class C { } }");
        assertEquals(Optional.empty(), compiled.joinWith("class A { }").staleness());
    }

    private static void assertStale(String problem, CompiledSource compiled, String text) {
        assertEquals(Optional.of(problem), compiled.joinWith(text).staleness());
    }

    @Test
    void withoutClassesNothingIsJoined() throws IOException {
        CompiledSource compiled = CompiledSource.of(Compiler.JAVAC, ALL_SHAPES);
        Join join = new CompiledSource(compiled.source(), compiled.index(), List.of()).join();
        assertEquals(Optional.of("A is not in the class files"), join.staleness());
        assertEquals(0, join.share().joinedCalls());
        assertEquals(Optional.empty(), join.source(compiled.methods().get(0).ref()));
    }
}
