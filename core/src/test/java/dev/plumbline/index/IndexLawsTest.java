package dev.plumbline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.finding.Notice;
import dev.plumbline.name.ClassName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class IndexLawsTest {

    private static final ClassIndex JAVA = ClassIndex.over(List.of(), Jdk.running());
    private static final byte[] VICTIM = Made.fileOf(HeaderReaderTest.class);
    private static final ClassName VICTIM_NAME = Made.name(HeaderReaderTest.class);

    @Provide
    Arbitrary<Class<?>> types() {
        return Arbitraries.of(classesOf("java/util", "java/util/concurrent", "java/io", "java/lang"));
    }

    private static List<Class<?>> classesOf(String... packages) {
        return Stream.of(packages)
            .flatMap(IndexLawsTest::files)
            .<Class<?>>map(IndexLawsTest::load)
            .toList();
    }

    private static Stream<String> files(String inPackage) {
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        try (Stream<Path> files = Files.list(base.resolve(inPackage))) {
            return files.map(file -> base.relativize(file).toString())
                .filter(file -> file.endsWith(".class"))
                .sorted()
                .toList()
                .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Property(tries = 5000)
    void subtypesAreThoseThatCanBeAssigned(@ForAll("types") Class<?> type, @ForAll("types") Class<?> of) {
        assertEquals(of.isAssignableFrom(type), JAVA.isSubtype(Made.name(type), Made.name(of)));
        for (ClassName ancestor : JAVA.ancestors(Made.name(type))) {
            assertEquals(true, JAVA.isSubtype(Made.name(type), ancestor));
        }
        assertEquals(true, JAVA.isComplete(Made.name(type)));
    }

    /** Each byte that is changed is given as its place, in thousandths of the file, and its new value. */
    @Property(tries = 3000)
    void changedBytesMakeANoticeOrAnotherClassButNeverAnException(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 255_999) Integer> changes) {
        byte[] bytes = VICTIM.clone();
        for (int change : changes) {
            bytes[(int) ((long) (change / 256) * bytes.length / 1000)] = (byte) change;
        }
        ClassIndex index = JAVA.with(Map.of(VICTIM_NAME, bytes));
        Optional<ClassHeader> header = index.find(VICTIM_NAME);
        header.ifPresent(read -> read.methods().forEach(method -> method.descriptor().parameters()));
        index.ancestors(VICTIM_NAME);
        Predicate<Notice> ofVictim = notice -> notice.kind().endsWith("-class");
        assertEquals(header.isEmpty() ? 1 : 0, index.notices().stream().filter(ofVictim).count());
    }

    @Property(tries = 200)
    void aFileThatEndsTooSoonMakesANotice(@ForAll @IntRange(max = 999) int kept) {
        byte[] bytes = Arrays.copyOf(VICTIM, (int) ((long) kept * VICTIM.length / 1000));
        ClassIndex index = JAVA.with(Map.of(VICTIM_NAME, bytes));
        assertEquals(Optional.empty(), index.find(VICTIM_NAME));
        assertEquals(1, index.notices().size());
    }
}
