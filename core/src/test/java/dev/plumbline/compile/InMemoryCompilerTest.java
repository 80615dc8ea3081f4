package dev.plumbline.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.compile.Compilation.Problem;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.Jdk;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InMemoryCompilerTest {

    @TempDir
    Path folder;

    private static Compilation compile(String... texts) {
        return InMemoryCompiler.compile(sources(texts), List.of(), 17);
    }

    /** Each text becomes the file its first type would be in. */
    private static Map<String, String> sources(String... texts) {
        Map<String, String> sources = new HashMap<>();
        for (String text : texts) {
            String name = text.replaceFirst("(?s).*?(?:class|interface|enum|record) (\\w+).*", "$1");
            sources.put(name + ".java", text);
        }
        return sources;
    }

    private static Set<String> names(Compilation compilation) {
        return compilation.classes().keySet().stream()
            .map(ClassName::dotted)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code Type.method} for each method that is lost. */
    private static Set<String> broken(Compilation compilation) {
        return compilation.broken().stream()
            .map(method -> method.owner().dotted() + "." + method.name())
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Integer> lines(Compilation compilation) {
        return compilation.problems().stream().map(Problem::line).toList();
    }

    /** Loads all classes, which has their methods verified when they are run. */
    private static ClassLoader loader(Compilation compilation) {
        return new ClassLoader(InMemoryCompilerTest.class.getClassLoader()) {

            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = compilation.classes().get(ClassName.of(name));
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    private static Object call(Compilation compilation, String type, String method) throws Exception {
        try {
            var declared = loader(compilation).loadClass(type).getDeclaredMethod(method);
            declared.setAccessible(true);
            return declared.invoke(null);
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    private Path jar(String name, Compilation compilation, String... without) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<ClassName, byte[]> type : compilation.classes().entrySet()) {
                if (!List.of(without).contains(type.getKey().dotted())) {
                    zip.putNextEntry(new ZipEntry(type.getKey().internal() + ".class"));
                    zip.write(type.getValue());
                }
            }
        }
        return file;
    }

    @Test
    void soundSourcesBecomeClassesThatRun() throws Exception {
        Compilation compilation = compile("""
            record Point(int x, int y) {
                static int run() {
                    java.util.function.IntSupplier second = new Point(1, 2)::y;
                    return second.getAsInt();
                }
            }
            """);
        assertEquals(List.of(), compilation.problems());
        assertEquals(Set.of(), compilation.broken());
        assertEquals(2, call(compilation, "Point", "run"));
    }

    @Test
    void aMissingDependencyIsStoodInFor() throws Exception {
        Compilation compilation = compile("""
            import gone.Client;
            import gone.Log;
            import gone.Service;
            import gone.LogFactory;

            @Service
            class Orders {
                private static final Log LOG = LogFactory.get(Orders.class);
                static final int LIMIT = 7;
                private final Client client = new Client();
                private final Runnable task = () -> client.send();
                private int count = 3;

                static { LOG.start(); }

                @Service
                int limit(@Service int of) { return LIMIT + of; }
                void send() { client.send(); }
                static int run() { return 1; }
                Client client() { return client; }
                void accept(Client other) { count++; }
            }
            class Other { }
            """);
        assertEquals(Set.of("Orders", "Other"), names(compilation));
        assertEquals(Set.of(), broken(compilation));
        assertTrue(compilation.problems().stream().allMatch(Problem::unresolved));
        assertEquals(List.of(1, 2, 3, 4, 6, 8, 10, 11, 14, 16, 17, 18, 20, 21),
            lines(compilation).stream().distinct().toList());
    }

    @Test
    void codeAroundWhatIsMissingKeepsItsMeaning() {
        Compilation compilation = compile("""
            import gone.Client;
            import gone.Failure;
            import java.io.*;
            import java.util.*;

            class Report extends gone.Base {
                int write(File file, Client client) throws IOException {
                    try (Writer out = new FileWriter(file); Client other = client.copy().with(limit, Client.FAST)) {
                        for (gone.Row row : client.rows()) {
                            out.write(row.text());
                        }
                        if (!client.isOpen() && client.size() > 3 || other.name == null) {
                            throw new Failure("closed", client);
                        }
                        return inherited(client);
                    }
                }
                static int absurd(Client client) { int i = client; return i; }
            }
            """);
        assertEquals(Set.of("Report.absurd"), broken(compilation));
        assertEquals(Set.of("Report"), names(compilation));
    }

    @Test
    void aMissingSuperclassLeavesTheMethods() {
        Compilation compilation = compile("""
            import gone.Face;
            class Child extends gone.Parent implements Face.Left, Runnable {
                @Override public String toString() { return "child"; }
                @Override protected int hook() { return 1; }
                int up() { return super.hook(); }
                int own() { return 2; }
                public void run() { }
                class Inner { int in() { return own(); } }
                class Inner2 extends Child { }
            }
            """);
        assertEquals(Set.of("Child", "Child$Inner", "Child$Inner2"), names(compilation));
        assertEquals(Set.of(), broken(compilation));
        ClassIndex index = ClassIndex.over(List.of(), Jdk.running()).with(compilation.classes());
        assertTrue(index.isSubtype(ClassName.of("Child"), ClassName.of("gone.Parent")));
        assertTrue(index.isSubtype(ClassName.of("Child"), ClassName.of("gone.Face$Left")));
        assertFalse(index.isComplete(ClassName.of("Child$Inner2")));
        assertTrue(index.isComplete(ClassName.of("Child$Inner")));
    }

    @Test
    void anInterfaceKeepsItsMethods() {
        Compilation compilation = compile(
            "@interface Mark { gone.Kind kind() default gone.Kind.ONE; int number() default 1; }",
            "interface Face { gone.Client client(gone.Rule r) throws gone.Failure; default void one() { } }");
        assertEquals(Set.of(), broken(compilation));
        ClassIndex index = ClassIndex.over(List.of(), Jdk.running()).with(compilation.classes());
        List<MethodHeader> methods = index.find(ClassName.of("Face")).orElseThrow().methods();
        assertEquals(List.of("client", "one"), methods.stream().map(MethodHeader::name).toList());
    }

    @Test
    void aTypeThatOnlyAClassFileNamesStopsNothing() throws Exception {
        Compilation library = compile(
            "package lib; public class Base { public Far far; }",
            "package lib; public class Far extends Farther { }",
            "package lib; public class Farther { public int deep() { return 1; } }",
            """
            package lib;
            public class Door extends Base {
                public Far far(Far far) { return far; }
                public int near() { return 1; }
                public Door with(java.util.List<Farther> all) { return this; }
            }
            """);
        Path jar = jar("lib.jar", library, "lib.Farther");
        Map<String, String> sources = sources(
            "class A { int a(lib.Far far) { return far.deep(); } int b() { return 1; } }",
            "class B { int a(lib.Door door) { return door.near(); } }",
            "class C { Object a(lib.Door door) { return door.with(null); } }",
            "class D extends lib.Far { int c() { return 1; } }",
            "class E { int e() { return 1; } }");
        Compilation compilation = InMemoryCompiler.compile(sources, List.of(jar), 17);
        assertEquals(Set.of("A", "B", "C", "D", "E"), names(compilation));
        assertFalse(broken(compilation).contains("A.b"));
        assertFalse(broken(compilation).contains("B.a"));
        assertFalse(broken(compilation).contains("D.c"));
        assertTrue(compilation.problems().stream().anyMatch(Problem::unresolved));
    }

    @Test
    void aMethodThatDoesNotExistIsUnresolved() throws Exception {
        Compilation compilation = compile("""
            class A {
                int wrong() { return "a".lenght(); }
                int alsoWrong() { return "a"; }
                static String run() { return "fine"; }
            }
            """);
        assertEquals(List.of(true, false), compilation.problems().stream().map(Problem::unresolved).toList());
        assertEquals(List.of(2, 3), lines(compilation));
        assertEquals("A.java", compilation.problems().get(0).path());
        assertEquals(Set.of("A.wrong", "A.alsoWrong"), broken(compilation));
        assertEquals("fine", call(compilation, "A", "run"));
    }

    @Test
    void aSyntaxErrorCostsItsFileAtMost() throws Exception {
        Compilation compilation = compile(
            "class A { void a() { int = ; } int b() { return 1; } }",
            "class B { static int run() { return 1; } }",
            "class C { class class ) }",
            "");
        assertTrue(names(compilation).containsAll(Set.of("A", "B")));
        assertEquals(1, call(compilation, "B", "run"));
        assertTrue(broken(compilation).contains("A.a"));
        assertTrue(compilation.problems().stream().noneMatch(Problem::unresolved));
    }

    @Test
    void ofTwoTypesWithOneNameTheFirstIsTaken() throws Exception {
        Compilation compilation = InMemoryCompiler.compile(Map.of(
            "a/Twin.java", "class Twin { static int run() { return 1; } }",
            "b/Twin.java", "class Twin { static int run() { return 2; } } class Only { }",
            "c/User.java", "class User { static int run() { return Twin.run(); } }"), List.of(), 17);
        assertEquals(Set.of("Twin", "Only", "User"), names(compilation));
        assertEquals(1, call(compilation, "User", "run"));
        assertEquals(List.of("b/Twin.java"), compilation.problems().stream().map(Problem::path).toList());
    }

    @Test
    void valuesOfFieldsThatDoNotCompileAreTakenOut() throws Exception {
        Compilation compilation = compile("""
            class A {
                static final int BAD = missing();
                static final int GOOD = Integer.parseInt("4");
                static int run() { return GOOD; }
                final Runnable task = new Runnable() { public void run() { gone(); } void fine() { } };
                final String text = 1;
                A() { }
            }
            enum E { ONE("x"), TWO; static int run() { return 2; } }
            """);
        assertEquals(4, call(compilation, "A", "run"));
        assertEquals(Set.of("A.<clinit>", "A.<init>", "A$1.run", "E.<clinit>"), broken(compilation));
        assertEquals(List.of(2, 5, 6, 9), lines(compilation));
    }

    @Test
    void manyErrorsDoNotMakeLargeClasses() {
        String methods = IntStream.range(0, 500)
            .mapToObj(i -> "class C" + i + " extends gone.B { C" + i + "() { super(gone.x()); } }")
            .collect(Collectors.joining("\n"));
        Compilation compilation = compile("class Many { " + methods + " }");
        assertEquals(501, compilation.classes().size());
        assertEquals(500, compilation.problems().stream().filter(p -> p.message().contains("type")).count());
        assertTrue(compilation.classes().values().stream().mapToInt(type -> type.length).sum() < 1_000_000);
    }

    @Test
    void whatIsNoSourceIsLeftOut() {
        Compilation compilation = InMemoryCompiler.compile(Map.of(
            "module-info.java", "module m { requires gone; }",
            "notes.txt", "notes",
            "p/package-info.java", "@Deprecated package p;",
            "p/A.java", "\uFEFFpackage p; class A { java.sql.Connection connection; }"),
            List.of(folder.resolve("gone.jar")), 17);
        assertEquals(Set.of("p.A", "p.package-info"), names(compilation));
        assertEquals(List.of(), compilation.problems());
    }

    @Test
    void releasesAreBroughtIntoTheRangeTheCompilerKnows() {
        for (int release : new int[] {1, 8, 11, 17, 21, 99}) {
            Compilation compilation = InMemoryCompiler.compile(sources("class A { }"), List.of(), release);
            assertEquals(List.of(), compilation.problems());
            int major = compilation.classes().get(ClassName.of("A"))[7];
            assertEquals(44 + Math.max(8, Math.min(26, release)), major);
        }
    }

    @Test
    void theOrderOfTheSourcesAndOtherThreadsDoNotMatter() {
        String[] texts = IntStream.range(0, 40)
            .mapToObj(i -> "class T" + i + " extends T" + (i + 1)
                + " { gone.X x = gone.Y.z(); Runnable r() { return () -> r(); } }")
            .toArray(String[]::new);
        Compilation first = compile(texts);
        List<String> reversed = new ArrayList<>(List.of(texts));
        Collections.reverse(reversed);
        IntStream.range(0, 4).parallel().forEach(i -> {
            Compilation again = compile(reversed.toArray(String[]::new));
            assertEquals(first.problems(), again.problems());
            assertEquals(first.broken(), again.broken());
            assertEquals(names(first), names(again));
            first.classes().forEach((name, bytes) -> assertArrayEquals(bytes, again.classes().get(name)));
        });
    }

    @Test
    void anExpressionTooDeepForTheCompilerCostsItsFile() throws Exception {
        Compilation compilation = compile(
            "class Deep { String deep() { return " + "\"a\" + this + ".repeat(20_000) + "1; } }",
            "class B { static int run() { return 1; } }");
        assertEquals(1, call(compilation, "B", "run"));
        assertEquals(List.of("Deep.java"), compilation.problems().stream().map(Problem::path).toList());
    }

    @Test
    void aFileThatStopsTheCompilerIsLeftOut() throws Exception {
        String deep = IntStream.range(0, 20_000)
            .mapToObj(i -> "class C" + i + " {")
            .collect(Collectors.joining());
        Compilation compilation = compile(
            deep + "}".repeat(20_000),
            "class B { static int run() { return 1; } }");
        assertEquals(Set.of("B"), names(compilation));
        assertEquals(1, call(compilation, "B", "run"));
        assertEquals(List.of("C0.java"), compilation.problems().stream().map(Problem::path).toList());
    }
}
