package dev.plumbline.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassIndexTest {

    private static final ClassIndex JAVA = ClassIndex.over(List.of(), Jdk.running());

    @TempDir
    Path folder;

    @Retention(RetentionPolicy.RUNTIME)
    @Chicken
    @interface Egg {
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Egg
    @interface Chicken {
    }

    private static Optional<MethodRef> resolve(String owner, String name, String descriptor) {
        return JAVA.resolve(MethodRef.of(owner, name, descriptor));
    }

    private static Optional<MethodRef> method(String owner, String name, String descriptor) {
        return Optional.of(MethodRef.of(owner, name, descriptor));
    }

    @Test
    void theRunningJdkIsKnown() {
        assertTrue(JAVA.contains(ClassName.of("java.util.Map$Entry")));
        assertTrue(JAVA.contains(ClassName.of("java.sql.Connection")));
        assertFalse(JAVA.contains(ClassName.of("java.util.Mapp")));
        assertFalse(JAVA.contains(ClassName.of("java")));
        assertFalse(JAVA.contains(ClassName.of("")));
        assertTrue(JAVA.find(ClassName.of("java.util.Map")).orElseThrow().isInterface());
        assertEquals(List.of(), JAVA.notices());
    }

    @Test
    void theFirstEntryWins() throws Exception {
        byte[] list = Made.type("p/A", "java/util/ArrayList");
        Path first = Made.jar(folder.resolve("first.jar"), Map.of("p/A.class", list));
        Made.file(folder.resolve("second/p/A.class"), Made.type("p/A", "java/util/HashMap"));
        Made.file(folder.resolve("second/p/B.class"), Made.type("p/B", "p/A"));
        ClassIndex index = ClassIndex.over(List.of(first, folder.resolve("second")), Jdk.running());
        assertTrue(index.isSubtype(ClassName.of("p.B"), ClassName.of("java.util.List")));
        assertFalse(index.isSubtype(ClassName.of("p.B"), ClassName.of("java.util.Map")));
        assertEquals(List.of(ClassName.of("p.A"), ClassName.of("p.B")),
            index.classesIn(folder.resolve("second")));
        assertEquals(List.of(ClassName.of("p.A")), index.classesIn(first));
        assertEquals(List.of(), index.classesIn(folder.resolve("third")));
    }

    @Test
    void compiledClassesComeBeforeAllOthers() throws Exception {
        Made.file(folder.resolve("p/A.class"), Made.type("p/A", "java/util/HashMap"));
        ClassIndex old = ClassIndex.over(List.of(folder), Jdk.running());
        assertTrue(old.isSubtype(ClassName.of("p.A"), ClassName.of("java.util.Map")));
        byte[] compiled = Made.type("p/A", "java/util/ArrayList");
        ClassIndex index = old.with(Map.of(ClassName.of("p.A"), compiled));
        assertTrue(index.isSubtype(ClassName.of("p.A"), ClassName.of("java.util.List")));
        assertFalse(old.isSubtype(ClassName.of("p.A"), ClassName.of("java.util.List")));
        assertArrayEquals(compiled, index.bytes(ClassName.of("p.A")).orElseThrow());
    }

    @Test
    void aMissingAncestorMakesANoUncertain() {
        ClassIndex index = JAVA.with(Map.of(
            ClassName.of("p.A"), Made.type("p/A", "q/Gone", "java/lang/Runnable"),
            ClassName.of("p.B"), Made.type("p/B", "p/A")));
        ClassName type = ClassName.of("p.B");
        assertFalse(index.isComplete(type));
        assertTrue(index.isSubtype(type, ClassName.of("q.Gone")));
        assertTrue(index.isSubtype(type, ClassName.of("java.lang.Runnable")));
        assertTrue(index.isSubtype(ClassName.of("q.Gone"), ClassName.OBJECT));
        assertFalse(index.isSubtype(type, ClassName.of("java.util.List")));
        assertEquals(Set.of(ClassName.of("q.Gone")), index.missing());
        assertTrue(index.isComplete(ClassName.of("java.util.ArrayList")));
        assertFalse(index.isComplete(ClassName.of("q.Other")));
    }

    @Test
    void ancestorsComeNearestFirst() {
        assertEquals(List.of("java.io.FileInputStream", "java.io.InputStream", "java.io.Closeable",
            "java.lang.AutoCloseable", "java.lang.Object"),
            JAVA.ancestors(ClassName.of("java.io.FileInputStream")).stream().map(ClassName::toString).toList());
    }

    @Test
    void aFieldIsFoundWhereItIsDeclared() {
        FieldRef named = new FieldRef(ClassName.of("java.io.PushbackReader"), "lock", "Ljava/lang/Object;");
        assertEquals(Optional.of(new FieldRef(ClassName.of("java.io.Reader"), "lock", "Ljava/lang/Object;")),
            JAVA.resolve(named));
        assertTrue(JAVA.declaration(named).filter(field -> !field.isPrivate() && !field.isStatic()).isPresent());
        assertEquals(Optional.empty(), JAVA.resolve(new FieldRef(ClassName.of("java.io.Reader"), "none", "I")));
        assertEquals(Optional.empty(), JAVA.resolve(new FieldRef(ClassName.of("q.Gone"), "lock", "I")));
    }

    @Test
    void aClassThatIsItsOwnAncestorEndsTheSearch() {
        ClassIndex index = JAVA.with(Map.of(
            ClassName.of("A"), Made.type("A", "B"),
            ClassName.of("B"), Made.type("B", "A")));
        assertEquals(List.of(ClassName.of("A"), ClassName.of("B")), index.ancestors(ClassName.of("A")));
        assertEquals(Optional.empty(), index.resolve(MethodRef.of("A", "run", "()V")));
    }

    @Test
    void methodsAreFoundInSuperclassesFirst() {
        assertEquals(method("java.util.HashSet", "add", "(Ljava/lang/Object;)Z"),
            resolve("java.util.LinkedHashSet", "add", "(Ljava/lang/Object;)Z"));
        assertEquals(method("java.util.AbstractCollection", "toString", "()Ljava/lang/String;"),
            resolve("java.util.ArrayList", "toString", "()Ljava/lang/String;"));
    }

    @Test
    void methodsAreFoundInTheMostSpecificInterface() {
        assertEquals(method("java.util.Collection", "stream", "()Ljava/util/stream/Stream;"),
            resolve("java.util.ArrayList", "stream", "()Ljava/util/stream/Stream;"));
        assertEquals(method("java.util.List", "spliterator", "()Ljava/util/Spliterator;"),
            resolve("java.util.AbstractList", "spliterator", "()Ljava/util/Spliterator;"));
        assertEquals(method("java.util.concurrent.ConcurrentMap", "getOrDefault",
            "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;"),
            resolve("java.util.concurrent.ConcurrentNavigableMap", "getOrDefault",
                "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;"));
    }

    @Test
    void anInterfaceHasThePublicMethodsOfObject() {
        assertEquals(method("java.lang.Object", "getClass", "()Ljava/lang/Class;"),
            resolve("java.util.List", "getClass", "()Ljava/lang/Class;"));
        assertEquals(Optional.empty(), resolve("java.util.List", "finalize", "()V"));
        assertEquals(method("java.lang.Object", "clone", "()Ljava/lang/Object;"),
            resolve("[I", "clone", "()Ljava/lang/Object;"));
    }

    @Test
    void aMethodThatDoesNotExistIsNotFound() {
        assertEquals(Optional.empty(), resolve("java.util.List", "addd", "(Ljava/lang/Object;)Z"));
        assertEquals(Optional.empty(), resolve("java.util.Listt", "add", "(Ljava/lang/Object;)Z"));
        assertEquals(Optional.empty(), resolve("java.util.ArrayList", "of", "()Ljava/util/List;"));
    }

    @Test
    void metaAnnotationsGoRoundOnce() {
        ClassIndex index = JAVA.with(Map.of(
            Made.name(Egg.class), Made.fileOf(Egg.class),
            Made.name(Chicken.class), Made.fileOf(Chicken.class)));
        Annotation egg = new Annotation(Made.name(Egg.class), Map.of());
        Annotation chicken = new Annotation(Made.name(Chicken.class), Map.of());
        Annotation unknown = new Annotation(ClassName.of("q.Unknown"), Map.of("value", "x"));
        assertEquals(List.of(egg, unknown, chicken), index.withMeta(List.of(egg, unknown)));
        assertEquals(Set.of(ClassName.of("q.Unknown")), index.missing());
    }
}
