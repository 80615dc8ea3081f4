package dev.plumbline.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.Jdk;
import dev.plumbline.name.Descriptor;
import dev.plumbline.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeNamesTest {

    private static final ClassIndex JDK = ClassIndex.over(List.of(), Jdk.running());

    @Test
    void importsOfAllKinds() {
        assertErasures("""
            package x;
            import java.util.Map;
            import java.util.Map.Entry;
            import java.util.concurrent.*;
            import static java.util.AbstractMap.SimpleEntry;
            import static java.util.Locale.*;
            import gone.Far.Away;
            class A {
                void a(Map<String, ?> a, Entry b, Future<int[]> c, SimpleEntry d, Category e, Away f) { }
            }
            """, "(Ljava/util/Map;Ljava/util/Map$Entry;Ljava/util/concurrent/Future;"
            + "Ljava/util/AbstractMap$SimpleEntry;Ljava/util/Locale$Category;Lgone/Far$Away;)V");
    }

    @Test
    void namesWithDots() {
        assertErasures("""
            package x;
            import java.util.Map;
            class A { class B { class C { } }
                java.util.Map.Entry<A, A>[] a(Map.Entry b, A.B.C c, x.A.B d, java.lang.@E String e) { }
                void f(Map.Gone g) { }
            }
            """, "(Ljava/util/Map$Entry;Lx/A$B$C;Lx/A$B;Ljava/lang/String;)[Ljava/util/Map$Entry;", "?");
    }

    @Test
    void innerMeaningsHideOuterOnes() {
        assertErasures("""
            import java.util.*;
            class A<T extends Number, String> {
                class Integer { }
                void a(Integer a, String b, T c, List d) { }
                <T extends CharSequence & Comparable<T>, U extends T> T[] b(U[] a, T... b) { }
                static class List { }
                class B extends HashMap<T, T> { void c(SimpleEntry a, Entry b, Object c) { } }
            }
            """, "(LA$Integer;Ljava/lang/Object;Ljava/lang/Number;LA$List;)V",
            "([Ljava/lang/CharSequence;[Ljava/lang/CharSequence;)[Ljava/lang/CharSequence;",
            "(Ljava/util/AbstractMap$SimpleEntry;Ljava/util/Map$Entry;Ljava/lang/Object;)V");
    }

    @Test
    void membersAreInheritedThroughTheUnit() {
        assertErasures("""
            class A extends B { void a(Member m) { } }
            class B implements C { }
            interface C { class Member { } }
            class D { Object d = new C() { void e(Member m) { } }; }
            class E extends E { void f(Member m) { } }
            """, "(LC$Member;)V", "(LC$Member;)V", "?");
    }

    @Test
    void constructorsTakeWhatTheCompilerAdds() {
        assertErasures("""
            class A {
                A(int x, long[][] y) { }
                class B { B(String x) { } }
                static class C { C() { } }
                enum D { ; D(char x) { } class E { E() { } } }
                interface F { class G { G() { } } }
                record H(int x) { H(byte x) { } }
                void a() { class L { L() { } } }
            }
            """, "(I[[J)V", "(LA;Ljava/lang/String;)V", "()V", "(Ljava/lang/String;IC)V", "(LA$D;)V", "()V",
            "(B)V", "()V", "?");
    }

    @Test
    void recordsHaveACanonicalConstructor() {
        SourceFile source = parse("package x; record A(int a, A... b) { A { } }");
        TypeNames names = TypeNames.of(source.tree().orElseThrow(), JDK);
        RecordDeclaration record = source.all(RecordDeclaration.class).get(0);
        assertEquals("(I[Lx/A;)V", names.erasure(record).orElseThrow().text());
    }

    @Test
    void enclosingTypesHaveNames() {
        SourceFile source =
            parse("package x; class A { class B { Object c = new Object() { class C { C() { } } }; } }");
        TypeNames names = TypeNames.of(source.tree().orElseThrow(), JDK);
        assertEquals("x.A$B",
            names.enclosing(source.all(ConstructorDeclaration.class).get(0)).orElseThrow().dotted());
    }

    /** @param expected one descriptor a method, in document order; {@code ?} for not known */
    private static void assertErasures(String text, String... expected) {
        SourceFile source = parse(text);
        TypeNames names = TypeNames.of(source.tree().orElseThrow(), JDK);
        List<String> found = source.all(CallableDeclaration.class).stream()
            .map(method -> names.erasure((CallableDeclaration<?>) method).map(Descriptor::text).orElse("?"))
            .toList();
        assertEquals(List.of(expected), found);
    }

    private static SourceFile parse(String text) {
        return SourceFile.of(Path.of("A.java"), text.getBytes(StandardCharsets.UTF_8));
    }
}
