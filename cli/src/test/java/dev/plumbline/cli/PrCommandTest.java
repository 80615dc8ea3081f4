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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judges changes in real git repositories. */
class PrCommandTest {

    private static final String LEDGER = "src/main/java/shop/Ledger.java";
    private static final String STORE = "src/main/java/shop/Store.java";

    private static final String CAREFUL = """
        package shop;

        import java.util.concurrent.locks.*;

        class Ledger {
            private final Lock lock = new ReentrantLock();
            private final Store store = new Store();
            private long sum;

            void add(String account, long amount) {
                lock.lock();
                try {
                    store.write(account, amount);
                    sum += amount;
                } finally {
                    lock.unlock();
                }
            }
        }
        """;
    private static final String CARELESS = """
        package shop;

        import java.util.concurrent.locks.*;

        class Ledger {
            private final Lock lock = new ReentrantLock();
            private final Store store = new Store();
            private long sum;

            void add(String account, long amount) {
                lock.lock();
                store.write(account, amount);
                sum += amount;
                lock.unlock();
            }
        }
        """;
    private static final String OLD_LEAK = """
        package shop;

        import java.io.*;
        import java.nio.file.*;

        class Store {
            void write(String account, long amount) {
                if (account.isEmpty()) {
                    throw new IllegalArgumentException("no account");
                }
                System.out.println(account + amount);
            }

            void export(Path file, String text) throws IOException {
                Writer out = Files.newBufferedWriter(file);
                out.write(text);
                out.close();
            }
        }
        """;

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void repository() throws IOException, InterruptedException {
        git("init", "-q", "-b", "main");
        git("config", "user.name", "A Person");
        git("config", "user.email", "person@example.org");
        write(LEDGER, CAREFUL);
        write(STORE, OLD_LEAK);
        commit("base");
        git("checkout", "-q", "-b", "change");
    }

    @Test
    void aDefectThatTheWorkTreeBringsFailsTheGate() throws IOException {
        write(LEDGER, CARELESS);
        assertEquals(1, pr());
        assertTrue(text().contains("[lock-leak-on-exception]"), text());
        assertTrue(text().contains(LEDGER + ":11"), text());
        assertFalse(text().contains("resource-leak-on-path"), "the old leak is nobody's now: " + text());
    }

    @Test
    void aCommittedChangeIsJudgedLikeTheWorkTree() throws IOException, InterruptedException {
        write(LEDGER, CARELESS);
        commit("careless");
        assertEquals(1, pr());
        String ofTheTree = text().replaceAll("\\(\\w+ to .*\\)", "");
        assertEquals(1, pr("--head", "HEAD"));
        assertEquals(ofTheTree, text().replaceAll("\\(\\w+ to .*\\)", ""));
    }

    @Test
    void anEarlierCommitIsReadFromGitAndNotFromTheDisk() throws IOException, InterruptedException {
        write(LEDGER, CARELESS);
        commit("careless");
        write(LEDGER, CAREFUL);
        write("src/main/java/shop/Later.java", "package shop;\n\nclass Later {\n}\n");
        commit("repaired");
        assertEquals(1, pr("--head", "HEAD~1"));
        assertTrue(text().contains("[lock-leak-on-exception]"), text());
        pr("--base", "HEAD~1", "--head", "HEAD");
        assertTrue(text().contains("Fixed by the change:"), text());
        assertEquals(0, introduced());
    }

    @Test
    void movingAndReindentingOldCodeIntroducesNothing() throws IOException, InterruptedException {
        Files.delete(folder.resolve(STORE));
        write("src/main/java/shop/Store.java", OLD_LEAK.replace("class Store {", "class Store {\n    // moved\n")
            .replace("        Writer out", "            Writer out"));
        git("mv", LEDGER, "src/main/java/shop/Book.java");
        write("src/main/java/shop/Book.java", CAREFUL.replace("Ledger", "Book"));
        assertEquals(0, introduced());
    }

    @Test
    void otherLineEndsAreNoChange() throws IOException {
        write(STORE, OLD_LEAK.replace("\n", "\r\n"));
        assertEquals(0, introduced());
        assertTrue(text().contains("Nothing to score"), text());
    }

    @Test
    void aSecondLeakBesideAnOldTwinIsTheNewOne() throws IOException {
        write(STORE, OLD_LEAK.replace("    void export(", """
                void before(Path file, String text) throws IOException {
                    Writer out = Files.newBufferedWriter(file);
                    out.write(text);
                    out.close();
                }

                void export(""".indent(0).stripTrailing()));
        assertEquals(1, introduced());
        assertTrue(text().contains(STORE + ":15"), text());
    }

    @Test
    void whatIsRemovedIsFoundThoughItsLineIsOld() throws IOException {
        write(LEDGER,
            CAREFUL.replace("        try {\n", "").replace(
                "        } finally {\n            lock.unlock();\n        }\n",
                "        lock.unlock();\n"));
        assertEquals(1, pr());
        assertTrue(text().contains("on an unchanged line of a changed method"), text());
    }

    @Test
    void aCallerThatTheChangeDidNotTouchIsToldWhenItBreaks() throws IOException, InterruptedException {
        write(LEDGER, CARELESS);
        write(STORE, OLD_LEAK.replace("""
                if (account.isEmpty()) {
                    throw new IllegalArgumentException("no account");
                }
            """.indent(4), "").replace("System.out.println(account + amount);", "last = amount;")
            .replace("class Store {\n", "class Store {\n    private long last;\n\n"));
        commit("a lock that nothing can keep");
        git("branch", "-f", "main");
        assertEquals(0, introduced());
        write(STORE, OLD_LEAK);
        assertEquals(1, introduced());
        assertTrue(text().contains("in code that the change did not touch"), text());
    }

    @Test
    void aSuppressionThatTheChangeAddsHidesNothing() throws IOException {
        write(LEDGER, CARELESS.replace("        lock.lock();",
            "        // plumbline:ignore lock-leak-on-exception -- nothing can be thrown here\n        lock.lock();"));
        assertEquals(1, pr());
        assertTrue(text().contains("the change asks for silence"), text());
        assertTrue(text().contains("a new suppression asks for silence about lock-leak-on-exception"), text());
    }

    @Test
    void aSuppressionOfTheBaseIsAccepted() throws IOException, InterruptedException {
        String quiet = CARELESS.replace("        lock.lock();",
            "        // plumbline:ignore lock-leak-on-exception -- agreed\n        lock.lock();");
        write(LEDGER, quiet);
        commit("agreed");
        git("branch", "-f", "main");
        write(LEDGER, quiet.replace("sum += amount;", "sum += 2 * amount;"));
        assertEquals(0, introduced());
    }

    @Test
    void aBaselineEntryThatTheChangeAddsHidesNothing() throws IOException {
        write(LEDGER, CARELESS);
        assertEquals(1, pr());
        write("plumbline-baseline.txt", "lock-leak-on-exception\t0123456789abcdef\t" + LEDGER + "\tagreed\n");
        assertEquals(1, pr());
        assertTrue(text().contains("a new baseline entry asks for silence about lock-leak-on-exception"), text());
    }

    @Test
    void aBaselineEntryDoesNotPassToANewTwinOfItsFinding() throws IOException, InterruptedException {
        assertEquals(0, run("baseline", "create", folder.toString()));
        commit("what there is");
        git("branch", "-f", "main");
        String twin = """
                    Writer out = Files.newBufferedWriter(file);
                    out.write(text);
                    out.close();
            """.indent(0);
        write(STORE, OLD_LEAK.replace("throws IOException {\n", "throws IOException {\n        if (text.isEmpty()) {\n"
            + twin + "        }\n"));
        assertEquals(1, introduced(), text());
    }

    @Test
    void aSuppressionThatWasMovedToANewDefectHidesNothing() throws IOException, InterruptedException {
        String agreed = "        // as agreed with the people of the warehouse\n"
            + "        // plumbline:ignore lock-leak-on-exception -- nothing is ever thrown there\n";
        write(LEDGER, CARELESS.replace("        lock.lock();", agreed + "        lock.lock();"));
        commit("agreed");
        git("branch", "-f", "main");
        write(LEDGER, CARELESS);
        write("src/main/java/shop/Other.java", CARELESS.replace("class Ledger", "class Other")
            .replace("        lock.lock();", agreed + "        gate.lock();").replace("lock.unlock", "gate.unlock")
            .replace("Lock lock =", "Lock gate ="));
        assertEquals(1, introduced(), text());
        assertTrue(text().contains("src/main/java/shop/Other.java"), text());
        assertTrue(text().contains("the change asks for silence"), text());
    }

    @Test
    void aChangeWithoutJavaPassesAndSaysWhy() throws IOException {
        write("README.md", "words\n");
        assertEquals(0, pr());
        assertTrue(text().contains("Nothing to score: no line of main Java code was added or edited"), text());
    }

    @Test
    void aJavaFileWhereNobodyLooksIsNamed() throws IOException {
        write("src/test/java/shop/Hidden.java", CARELESS);
        assertEquals(0, pr());
        assertTrue(text().contains("1 changed Java file is not main code of a module"), text());
        assertTrue(text().contains("src/test/java/shop/Hidden.java"), text());
    }

    @Test
    void whatDoesNotCompileAtBaseIsNotBlamedOnTheChange() throws IOException, InterruptedException {
        write(STORE, OLD_LEAK.replace("void export(Path file", "void export(Missing file"));
        commit("broken");
        git("branch", "-f", "main");
        write(STORE, OLD_LEAK);
        assertEquals(0, introduced());
    }

    @Test
    void whatIsOnlyGuessedAtIsNotBlamedOnAnImport() throws IOException, InterruptedException {
        String remote = """
            package shop;

            import org.springframework.web.client.*;

            class Rates {
                private final RestTemplate rest = new RestTemplate();

                String[] all() {
                    try {
                        return rest.getForObject("http://rates", String[].class);
                    } catch (RestClientException e) {
                        return new String[0];
                    }
                }
            }
            """;
        write("src/main/java/shop/Rates.java", remote);
        commit("nobody knows what is imported");
        git("branch", "-f", "main");
        write("src/main/java/shop/Rates.java", remote.replace("import org.springframework.web.client.*;", """
            import org.springframework.web.client.RestClientException;
            import org.springframework.web.client.RestTemplate;"""));
        assertEquals(0, introduced());
        write("src/main/java/shop/Rates.java", remote.replace("import org.springframework.web.client.*;", """
            import org.springframework.web.client.RestClientException;
            import org.springframework.web.client.RestTemplate;""").replace("return new String[0]", "return null"));
        assertEquals(1, introduced(), text());
    }

    @Test
    void filesThatDoNotParseWithholdTheScore() throws IOException {
        write(LEDGER, CARELESS.replace("class Ledger {", "class Ledger [[["));
        assertEquals(5, pr());
        assertTrue(text().contains("Withheld"), text());
    }

    @Test
    void aShallowCloneSaysWhatToFetch() throws IOException, InterruptedException {
        write(LEDGER, CARELESS);
        commit("careless");
        Path shallow = folder.resolveSibling(folder.getFileName() + "-shallow");
        git("clone", "-q", "--depth", "1", "--no-single-branch", "file://" + folder, shallow.toString());
        assertEquals(2, run("pr", shallow.toString(), "--base", "origin/main"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("fetch"), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void withoutGitTwoFoldersAreAskedFor() throws IOException {
        Path elsewhere = Files.createTempDirectory("no-git");
        assertEquals(2, run("pr", elsewhere.toString()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("--base-dir"), err.toString(StandardCharsets.UTF_8));
        assertEquals(2, run("pr", "--base-dir", elsewhere.toString()));
    }

    private int introduced() {
        pr();
        return (int) text().lines().filter(line -> line.matches("(error|warning|note): .*")).count();
    }

    private int pr(String... options) {
        List<String> arguments = new ArrayList<>(List.of("pr", folder.toString(), "--threads", "1"));
        arguments.addAll(Arrays.asList(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Main.run(new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), false, Map.of()), arguments);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit(String message) throws IOException, InterruptedException {
        git("add", "-A");
        git("commit", "-q", "-m", message);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
