package dev.plumbline.bytecode;

import static dev.plumbline.bytecode.OriginsTest.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.name.MethodRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodCodeTest {

    private static final Snippet SNIPPET = Snippet.javac("""
        import java.util.*;
        class A {
            private Map<String, List<String>> map = new HashMap<>();
            static int count;
            abstract static class B { abstract void none(); }
            int f(String key) {
                if (key != null
                        && map.containsKey(key)) {
                    count = count + 1;
                }
                map.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(key);
                return count;
            }
        }
        """);

    @Test
    void aCalleeMatchesNameParametersAndSubtypes() {
        MethodRef put = MethodRef.of("java/util/TreeMap", "put", "(Ljava/lang/Object;Ljava/lang/Object;)V");
        assertTrue(Callee.of("java.util.Map").named("put", "remove").matches(put, SNIPPET.index()));
        assertTrue(Callee.of().taking("(Ljava/lang/Object;Ljava/lang/Object;)").matches(put, SNIPPET.index()));
        assertFalse(Callee.of("java.util.Map").named("remove").matches(put, SNIPPET.index()));
        assertFalse(Callee.of("java.util.List").matches(put, SNIPPET.index()));
        assertFalse(Callee.of("java.util.Map").taking("()").matches(put, SNIPPET.index()));
    }

    @Test
    void callsPointAtTheirNameOnTheirLine() {
        MethodCode method = SNIPPET.method("f");
        Call add = call(method, "add");
        assertEquals(12, method.line(add.site()));
        assertEquals("A.java", method.place(add).path());
        assertEquals(1 + "add".length(), method.place(add).endColumn());
        List<String> names = method.calls().stream().map(Call::name).toList();
        assertEquals(List.of("containsKey", "computeIfAbsent", "add"), names);
        assertEquals(Call.Kind.INTERFACE, add.kind());
        assertEquals(add, method.call(add.site()).orElseThrow());
    }

    @Test
    void fieldsKnowWhatIsWritten() {
        MethodCode method = SNIPPET.method("f");
        FieldAccess write = method.fields().stream().filter(FieldAccess::isWrite).findFirst().orElseThrow();
        assertEquals(new Origin("static A.count"), write.path());
        assertTrue(write.value().is("op"));
        FieldAccess read = method.fields().get(0);
        assertEquals(Origin.THIS, read.receiver());
        assertEquals(new Origin("this.map"), read.value());
    }

    @Test
    void branchesSayWhereTheyGo() {
        MethodCode method = SNIPPET.method("f");
        Branch isNull = method.branches().get(0);
        assertTrue(isNull.isNullTest());
        assertEquals(new Origin("arg0"), isNull.tested());
        assertEquals(isNull.taken(), isNull.whenZero());
        Branch contains = method.branches().get(1);
        assertEquals(call(method, "containsKey").result(), contains.tested());
        assertEquals(contains, method.flow().branch(contains.site()).orElseThrow());
    }

    @Test
    void nullOnTheLeftIsANullTestToo() {
        Branch isNull = Snippet.javac("class A { boolean f(Object key) { return null == key; } }").method("f")
            .branches().get(0);
        assertTrue(isNull.isNullTest());
        assertEquals(new Origin("arg0"), isNull.tested());
    }

    @Test
    void onlyMethodsWithCodeAreThere() {
        ClassFile type = SNIPPET.classes().stream().filter(each -> each.name().simple().equals("B")).findFirst()
            .orElseThrow();
        assertEquals(List.of("<init>"), type.methods().stream().map(method -> method.ref().name()).toList());
    }

    @Test
    void originsCanBeTakenApart() {
        Origin field = new Origin("arg1.items.first");
        assertEquals(new Origin("arg1.items"), field.base().orElseThrow());
        assertEquals(new Origin("arg1"), field.root());
        assertEquals(1, field.root().argument().orElseThrow());
        assertEquals(List.of("items", "first"), field.fieldNames());
        Origin constant = new Origin("static a/b/C.X");
        assertTrue(constant.isField() && constant.base().isEmpty());
        assertEquals(constant, new Origin("static a/b/C.X.lock").base().orElseThrow());
        assertEquals(new Site(17), new Origin("new@17").site().orElseThrow());
        for (String word : List.of("'a.b@3'", "#1.5", "class a/b/C", "null", "?", "phi@3:1")) {
            assertFalse(new Origin(word).isField(), word);
            assertTrue(new Origin(word).site().isEmpty(), word);
        }
    }
}
