package dev.plumbline.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void methodsWithBodiesCountAndOthersDoNot() {
        assertOutline(Map.of("<init>", 1, "a", 2, "d", 1), """
            package x . y;
            import java.util.*;
            @Deprecated(since = "1") abstract class A<T extends Comparable<T>> {
                static { int x = f(1); }
                @SuppressWarnings({"a", "b"}) <U> A(@B({1, 2}) int a) throws E { super(); }
                void a() { if (g()) { h(); } class Local { void d() { } } }
                int[] a(int b)[] { return new int[] {1, 2}; }
                abstract void b();
                native void c();
            }
            """);
    }

    @Test
    void anonymousClassesHaveMethodsWhereverTheyAre() {
        assertOutline(Map.of("run", 3, "a", 1, "get", 1), """
            package x.y;
            class A {
                Runnable b = new Runnable() { public void run() { } }, c = () -> { d(); };
                Object e = f(new HashMap<String, List<int[]>>(1, g()) { Object get() { return null; } });
                void a() {
                    return switch (b) { case C -> new @D Runnable() { public void run() { new Runnable() {
                        public void run() { } }; } }; default -> { h(); } };
                }
            }
            """);
    }

    @Test
    void enumsRecordsInterfacesAndAnnotations() {
        Outline outline = Outline.of("""
            enum A { B(1) { int a() { return 1; } }, @C(x) D { int a() { return 2; } };
                A(int x) { } int a() { return 0; } }
            record E(int x, @F({1}) String y) implements G {
                E { check(x); } E(int x) { this(x, ""); } void h() { } void E() { } }
            interface I { default void j() { } static void k() { } void l(); int m = n(); }
            @interface O { String[] p() default {"q"}; Class<?> r() default Object.class; }
            class record { record record; void a() { record.b(); var c = record; } }
            """);
        assertEquals(List.of("A", "E", "I", "O", "record"), outline.types());
        assertEquals(Map.of("<init>", 2, "E", 1, "a", 4, "h", 1, "j", 1, "k", 1), outline.methods());
        assertEquals("", outline.packageName());
    }

    @Test
    void commentsAndLiteralsAreNotCode() {
        assertOutline(Map.of("a", 1), """
            package x.y; // class B { void b() { } }
            /* class C { void c() { } } */
            class A {
                String d = "class D { void d() { \\\\"; char e = '"', f = '\\'';
                String g = \"""
                    class G { void g() { " \\\""" } }
                    \""";
                void a() { }
            }
            """);
    }

    @Property(tries = 500)
    void neverFails(@ForAll @CharRange(from = '"', to = '~') String text) {
        Outline.of("class A { " + text);
    }

    private static void assertOutline(Map<String, Integer> methods, String text) {
        Outline outline = Outline.of(text);
        assertEquals("x.y", outline.packageName());
        assertEquals(List.of("A"), outline.types());
        assertEquals(methods, outline.methods());
    }
}
