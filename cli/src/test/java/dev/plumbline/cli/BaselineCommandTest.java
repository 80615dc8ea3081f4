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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineCommandTest {

    private static final String CLEAN = "class Clean {\n    int one() {\n        return 1;\n    }\n}\n";
    private static final String DEFECT = Sample.SESSIONS;

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path file;

    @BeforeEach
    void sources() throws IOException {
        folder = folder.toRealPath();
        file = folder.resolve("plumbline-baseline.txt");
        write("Clean", CLEAN);
        write("Sessions", DEFECT);
        write("Users", DEFECT.replace("Sessions", "Users"));
    }

    private void write(String type, String text) throws IOException {
        Files.writeString(folder.resolve(type + ".java"), text);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Main.run(new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), false, Map.of()), arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void knownFindingsAreCountedAndNotShown() throws IOException {
        assertEquals(1, run("scan", folder.toString()));
        assertEquals(0, run("baseline", "create", folder.toString()), err.toString(StandardCharsets.UTF_8));
        assertEquals("2 findings written to " + file + ".\n", said());
        assertEquals(2, Files.readAllLines(file).size());
        assertEquals(0, run("scan", folder.toString()));
        assertTrue(said().startsWith("No findings in 3 files"), said());
        assertTrue(said().contains("; 2 known\n"), said());
        write("New", DEFECT.replace("Sessions", "New"));
        assertEquals(1, run("scan", folder.toString()));
        assertTrue(said().contains("New.java:") && !said().contains("Users.java:"), said());
    }

    @Test
    void formatsForProgramsHaveThemMarked() {
        run("baseline", "create", folder.toString());
        run("scan", folder.toString(), "--format", "sarif");
        assertEquals(2, said().split("\"kind\": \"external\"", -1).length - 1);
        run("scan", folder.toString(), "--format", "json");
        assertTrue(said().contains("\"known\": 2"), said());
        assertTrue(said().contains("\"findings\": []"), said());
    }

    @Test
    void createDoesNotTouchAFileThatIsThere() throws IOException {
        Files.writeString(file, "");
        assertEquals(2, run("baseline", "create", folder.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("exists already"));
        assertEquals("", Files.readString(file));
    }

    @Test
    void pruneNamesWhatItRemovesAndAddsNothing() throws IOException {
        run("baseline", "create", folder.toString());
        write("Users", CLEAN.replace("Clean", "Users"));
        write("New", DEFECT.replace("Sessions", "New"));
        run("scan", folder.toString());
        assertTrue(said().contains("baseline-stale (1)"), said());
        assertEquals(0, run("baseline", "prune", folder.toString()));
        assertTrue(said().startsWith("removed: lock-leak-on-exception in Users.java ("), said());
        assertTrue(said().endsWith("1 of 2 entries removed, 1 left in " + file + ".\n"), said());
        assertTrue(Files.readString(file).contains("Sessions.java"));
        assertFalse(Files.readString(file).contains("New.java"));
        run("baseline", "prune", folder.toString());
        assertEquals("0 of 1 entry removed, 1 left in " + file + ".\n", said());
    }

    @Test
    void whatAScanDidNotLookAtIsNotStale() throws IOException {
        run("baseline", "create", folder.toString());
        run("baseline", "prune", folder.toString(), "--rules", "resource-leak-on-path");
        assertTrue(said().startsWith("0 of 2"), said());
        run("baseline", "prune", folder.toString(), "--exclude", "Users.java");
        assertTrue(said().startsWith("0 of 2"), said());
        write("Users", "class Users {\n    int broken() { return zzz.foo(; }\n}\n");
        assertEquals(3, run("baseline", "prune", folder.toString()));
        assertTrue(said().startsWith("0 of 2"), said());
        Files.delete(folder.resolve("Users.java"));
        run("baseline", "prune", folder.toString());
        assertTrue(said().startsWith("removed: lock-leak-on-exception in Users.java"), said());
    }

    @Test
    void anotherFileCanBeNamed() {
        Path other = folder.resolve("other.txt");
        assertEquals(0, run("baseline", "create", folder.toString(), "--file", other.toString()));
        assertEquals(1, run("scan", folder.toString()));
        assertEquals(0, run("scan", folder.toString(), "--baseline", other.toString()));
        assertEquals(2, run("scan", folder.toString(), "--baseline", folder.resolve("missing").toString()));
        assertEquals(2, run("baseline", "prune", folder.toString()));
        assertEquals(2, run("baseline"));
    }
}
