package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies beside it, the defect in {@code Sessions} is found, and the report says what was not seen. */
class BadInputTest {

    private static final int CLEAN = 0;
    private static final int FINDINGS = 1;
    private static final int USAGE = 2;
    private static final int INCOMPLETE = 3;
    private static final String DEFECT = Sample.SESSIONS;

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void defect() throws IOException {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve("src/Sessions.java"), DEFECT);
    }

    private int scan(String... more) {
        out.reset();
        err.reset();
        String[] arguments = new String[more.length + 2];
        arguments[0] = "scan";
        arguments[1] = folder.resolve("src").toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Main.run(new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), false, Map.of()), arguments);
    }

    /** The defect is found all the same; and with findings set aside, the scan is not called clean. */
    private void assertSeenBeside(String sentence) {
        assertEquals(FINDINGS, scan(), this::said);
        assertTrue(said().contains("[lock-leak-on-exception]"), this::said);
        assertTrue(said().contains(sentence), this::said);
        assertEquals(INCOMPLETE, scan("--fail-on", "none"), this::said);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private void compile(String... sources) {
        String[] arguments = new String[sources.length + 2];
        arguments[0] = "-d";
        arguments[1] = folder.resolve("classes").toString();
        for (int i = 0; i < sources.length; i++) {
            arguments[i + 2] = folder.resolve("src").resolve(sources[i]).toString();
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, out, err, arguments), this::said);
    }

    @Test
    void nothingBad() {
        assertEquals(FINDINGS, scan());
        assertEquals(CLEAN, scan("--fail-on", "none"), this::said);
    }

    @Test
    void aFileThatDoesNotParse() throws IOException {
        Files.writeString(folder.resolve("src/Broken.java"), "class Broken { void f( { }");
        assertSeenBeside("Broken.java");
    }

    @Test
    void aClassFileOfAFutureVersion() throws IOException {
        compile("Sessions.java");
        Files.writeString(folder.resolve("src/Later.java"), "class Later { }");
        compile("Later.java");
        Path later = folder.resolve("classes/Later.class");
        byte[] bytes = Files.readAllBytes(later);
        bytes[6] = 0;
        bytes[7] = (byte) 200;
        Files.write(later, bytes);
        assertEquals(FINDINGS, scan("--classes", folder.resolve("classes").toString()), this::said);
        assertTrue(said().contains("Later"), this::said);
        assertTrue(said().contains("200"), this::said);
    }

    @Test
    void staleClassesAreCompiledAnew() throws IOException {
        Files.writeString(folder.resolve("src/Sessions.java"), "class Sessions { }");
        compile("Sessions.java");
        Files.writeString(folder.resolve("src/Sessions.java"), DEFECT);
        assertEquals(FINDINGS, scan("--classes", folder.resolve("classes").toString()), this::said);
        assertTrue(said().contains("stale-classes"), this::said);
        assertTrue(said().contains("Sessions.java"), this::said);
    }

    /** No method has come or gone: only what is called on which line tells. */
    @Test
    void anEditedBodyIsSeenToo() throws IOException {
        String before = "class Body { void f(StringBuilder b) { b.reverse(); b.setLength(1); b.insert(0, 2); } }";
        Files.writeString(folder.resolve("src/Body.java"), before);
        compile("Body.java");
        assertEquals(FINDINGS, scan("--classes", folder.resolve("classes").toString()), this::said);
        assertFalse(said().contains("stale-classes"), this::said);
        Files.writeString(folder.resolve("src/Body.java"), "// One line more.\n" + before);
        assertEquals(FINDINGS, scan("--classes", folder.resolve("classes").toString()), this::said);
        assertTrue(said().contains("stale-classes") && said().contains("does not call reverse"), this::said);
    }

    @Test
    void aMissingDependency() throws IOException {
        Files.writeString(folder.resolve("src/Uses.java"), "class Uses { com.example.Gone gone; }");
        assertSeenBeside("com.example");
    }

    @Test
    void aClasspathEntryThatIsNotThere() {
        assertEquals(USAGE, scan("--classpath", folder.resolve("gone.jar").toString()), this::said);
        assertTrue(said().contains("gone.jar"), this::said);
    }

    @Test
    void aLinkThatLeadsBack() throws IOException {
        Files.createDirectories(folder.resolve("src/inner"));
        Files.createSymbolicLink(folder.resolve("src/inner/loop"), folder.resolve("src"));
        assertEquals(FINDINGS, scan(), this::said);
        assertEquals(1, said().split("\\[lock-leak-on-exception\\]", -1).length - 1, this::said);
    }

    @Test
    void aLineOfFiftyMegabytes() throws IOException {
        char[] line = new char[50 << 20];
        Arrays.fill(line, ' ');
        Files.writeString(folder.resolve("src/Wide.java"), "class Wide {" + new String(line) + "}");
        assertSeenBeside("Wide.java");
    }

    @Test
    void bytesThatAreNotUtf8() throws IOException {
        Files.write(folder.resolve("src/Latin.java"),
            "class Latin { String name = \"caf\u00e9\"; }".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(FINDINGS, scan(), this::said);
        assertTrue(said().contains("Latin.java"), this::said);
        assertTrue(said().contains("UTF-8"), this::said);
    }

    @Test
    void anEmptyFolder() throws IOException {
        Files.delete(folder.resolve("src/Sessions.java"));
        assertEquals(INCOMPLETE, scan(), this::said);
        assertFalse(said().isBlank());
    }

    @Test
    void aFolderThatIsNotThere() throws IOException {
        Files.delete(folder.resolve("src/Sessions.java"));
        Files.delete(folder.resolve("src"));
        assertEquals(USAGE, scan(), this::said);
        assertTrue(said().contains("src"), this::said);
    }
}
