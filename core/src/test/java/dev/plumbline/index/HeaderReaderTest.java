package dev.plumbline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

class HeaderReaderTest {

    @Retention(RetentionPolicy.RUNTIME)
    @interface Loud {

        String[] paths() default {};

        TimeUnit unit() default TimeUnit.DAYS;

        Class<?> type() default Object.class;

        int[] counts() default {};

        Quiet nested() default @Quiet;
    }

    @Retention(RetentionPolicy.CLASS)
    @interface Quiet {
    }

    @Loud(paths = {"/a", "/b"}, unit = TimeUnit.SECONDS, type = Map.Entry.class, counts = {1, 2},
        nested = @Quiet)
    private abstract static class Sample<T> implements Comparable<T> {

        static final boolean ON = true;
        static final char LETTER = 'x';
        static final long LONG = 7;
        static final String TEXT = "text";

        @Quiet
        volatile List<String> names;

        abstract int first(@Quiet String one, @Loud T two) throws IOException;

        final class Inner {

            Inner(@Quiet int only) {
            }
        }
    }

    enum Level {
        LOW(1);

        Level(@Loud int number) {
        }
    }

    private static ClassHeader header(Class<?> type) throws Exception {
        return HeaderReader.read(Made.name(type), Made.fileOf(type));
    }

    @Test
    void aClassSaysWhatItIs() throws Exception {
        ClassHeader sample = header(Sample.class);
        assertEquals(Optional.of(ClassName.OBJECT), sample.superclass());
        assertEquals(List.of(ClassName.of("java.lang.Comparable")), sample.interfaces());
        assertEquals(Optional.of("HeaderReaderTest.java"), sample.sourceFile());
        assertEquals(Optional.of(Made.name(HeaderReaderTest.class)), sample.outer());
        assertEquals(61, sample.version());
        assertTrue(sample.isAbstract());
        assertEquals(Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE,
            sample.access() & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_PUBLIC));
    }

    @Test
    void annotationValuesAreKeptAsTheyAreWritten() throws Exception {
        Annotation loud = new Annotation(Made.name(Loud.class), Map.of(
            "paths", List.of("/a", "/b"),
            "unit", "SECONDS",
            "type", ClassName.of("java.util.Map$Entry"),
            "counts", List.of(1, 2),
            "nested", new Annotation(Made.name(Quiet.class), Map.of())));
        assertEquals(List.of(loud), header(Sample.class).annotations());
    }

    @Test
    void constantsHaveTheTypeOfTheirField() throws Exception {
        ClassHeader sample = header(Sample.class);
        assertEquals(Optional.of(true), sample.field("ON").orElseThrow().constant());
        assertEquals(Optional.of('x'), sample.field("LETTER").orElseThrow().constant());
        assertEquals(Optional.of(7L), sample.field("LONG").orElseThrow().constant());
        assertEquals(Optional.of("text"), sample.field("TEXT").orElseThrow().constant());
        assertEquals(Optional.empty(), sample.field("names").orElseThrow().constant());
    }

    @Test
    void membersHaveTheirSignaturesAndAnnotations() throws Exception {
        FieldHeader names = header(Sample.class).field("names").orElseThrow();
        assertEquals(Optional.of("Ljava/util/List<Ljava/lang/String;>;"), names.signature());
        assertEquals(List.of(new Annotation(Made.name(Quiet.class), Map.of())), names.annotations());
        MethodHeader first = header(Sample.class)
            .method("first", new Descriptor("(Ljava/lang/String;Ljava/lang/Object;)I"))
            .orElseThrow();
        assertEquals(List.of(ClassName.of("java.io.IOException")), first.exceptions());
        assertEquals(List.of(
            List.of(new Annotation(Made.name(Quiet.class), Map.of())),
            List.of(new Annotation(Made.name(Loud.class), Map.of()))), first.parameterAnnotations());
    }

    @Test
    void parametersThatTheCompilerAddedAreCounted() throws Exception {
        MethodHeader ofInner = header(Sample.Inner.class).methods().get(0);
        assertEquals(List.of(0, 1), ofInner.parameterAnnotations().stream().map(List::size).toList());
        MethodHeader ofEnum = header(Level.class).methods().stream()
            .filter(method -> method.name().equals("<init>"))
            .findFirst()
            .orElseThrow();
        assertEquals(List.of(0, 0, 1), ofEnum.parameterAnnotations().stream().map(List::size).toList());
    }

    @Test
    void anAnonymousClassKnowsItsMethod() throws Exception {
        Runnable anonymous = new Runnable() {

            @Override
            public void run() {
            }
        };
        ClassHeader header = header(anonymous.getClass());
        assertEquals(Optional.of("anAnonymousClassKnowsItsMethod()V"), header.enclosingMethod());
        assertEquals(Optional.of(Made.name(HeaderReaderTest.class)), header.outer());
    }

    @Test
    void theNewestVersionIsTheNewestThatAsmReads() {
        byte[] bytes = Made.type("A", "java/lang/Object");
        bytes[7] = (byte) HeaderReader.NEWEST;
        assertEquals(HeaderReader.NEWEST, read(bytes).version());
        bytes[7]++;
        Exception refused = assertThrows(HeaderReader.FutureVersion.class,
            () -> HeaderReader.read(ClassName.of("A"), bytes));
        assertTrue(refused.getMessage().contains("Java 29"), refused.getMessage());
    }

    private static ClassHeader read(byte[] bytes) {
        try {
            return HeaderReader.read(ClassName.of("A"), bytes);
        } catch (HeaderReader.Corrupt | HeaderReader.FutureVersion e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bytesThatAreNoClassAreCorrupt() {
        byte[] source = "class A { }".getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : List.of(new byte[0], new byte[9], new byte[200], source)) {
            assertThrows(HeaderReader.Corrupt.class, () -> HeaderReader.read(ClassName.of("A"), bytes));
        }
        assertThrows(HeaderReader.Corrupt.class,
            () -> HeaderReader.read(ClassName.of("B"), Made.type("A", "java/lang/Object")));
    }

    @Test
    void recordsAndEnumsAreSeen() throws Exception {
        assertTrue(header(Level.class).isEnum());
        assertTrue(header(Annotation.class).isRecord());
        assertFalse(header(Annotation.class).isInterface());
        assertTrue(header(Loud.class).isAnnotation());
    }
}
