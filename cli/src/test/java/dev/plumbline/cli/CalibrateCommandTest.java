package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.LedgerText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {

    private static final String SESSIONS = "src/main/java/Sessions.java";
    private static final String CLEAN = "class Sessions {\n    int open;\n}\n";
    private static final String DEFECT = Sample.SESSIONS;

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private TestRepository repository;

    /** One commit of each kind. */
    @BeforeEach
    void history() throws GitAPIException, IOException {
        repository = TestRepository.in(folder);
        repository.write("README.md", "Sessions").commit("The first one has nothing to be compared with");
        repository.write(SESSIONS, CLEAN).commit("A class");
        repository.write(SESSIONS, DEFECT).commit("Count the sessions");
        repository.write("README.md", "Sessions of users").commit("Docs only");
        repository.write("src/test/java/SessionsTest.java", "class SessionsTest {\n}\n").commit("Tests only");
        repository.write("src/main/java/More.java", DEFECT.replace("Sessions", "More"))
            .commit("More\n\nCo-authored-by: Claude <noreply@anthropic.com>");
        repository.write("src/main/java/Huge.java", "class Huge {\n" + "    int a();\n".repeat(5_000) + "}\n")
            .commit("Import");
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return Main.run(new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8), false, Map.of()), arguments);
    }

    private HumanChanges ledger() throws IOException {
        return LedgerText.read("ledger", Files.readString(folder.resolve("plumbline-people.tsv")));
    }

    @Test
    void peoplesCommitsAreWrittenDownAndAssistantsAreOnlyReported() throws IOException {
        assertEquals(0, run("calibrate", folder.toString()), err.toString(StandardCharsets.UTF_8));
        List<HumanChange> changes = ledger().changes(HumanChanges.MEMORY);
        assertEquals(List.of("2025-03-02", "2025-03-03"),
            changes.stream().map(change -> change.change().substring(0, 10)).toList());
        assertEquals(List.of(3, 11), changes.stream().map(HumanChange::lines).toList());
        assertEquals(Map.of(), changes.get(0).introduced());
        assertEquals(1, changes.get(1).introduced().get(Sample.RULE));
        String said = out.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("7 commits since 2024-03-07, merges left out: 3 measured, 2 of people and 1 of"
            + " assistants.\n  left out: 1 with more than 300 files or 5000 lines of code\n"
            + "  left out: 3 without main Java code\n"), said);
        assertTrue(said.contains("Assistants: 1 findings in 13 changed lines: 76.92 per 1,000 lines"), said);
        assertTrue(said.contains("Assistants' over people's, per line: 1.08 (90 % interval "), said);
    }

    @Test
    void aSecondRunMeasuresNothingAndWritesTheSame() throws IOException {
        run("calibrate", folder.toString());
        Path file = folder.resolve("plumbline-people.tsv");
        String first = Files.readString(file);
        Path journal = folder.resolve(".plumbline/calibrate.journal");
        String measured = Files.readString(journal);
        run("calibrate", folder.toString(), "--threads", "3");
        assertEquals(first, Files.readString(file));
        assertEquals(measured, Files.readString(journal));
        assertEquals("*\n", Files.readString(folder.resolve(".plumbline/.gitignore")));
    }

    @Test
    void aRunThatWasStoppedGoesOnWhereItWas() throws IOException {
        run("calibrate", folder.toString());
        String first = Files.readString(folder.resolve("plumbline-people.tsv"));
        Path journal = folder.resolve(".plumbline/calibrate.journal");
        List<String> lines = Files.readAllLines(journal);
        Files.delete(folder.resolve("plumbline-people.tsv"));
        Files.writeString(journal, lines.get(0) + "\n" + lines.get(1).substring(0, 60));
        run("calibrate", folder.toString());
        assertEquals(first, Files.readString(folder.resolve("plumbline-people.tsv")));
        assertEquals(lines.size(), Files.readAllLines(journal).size());
        assertEquals(lines.get(0), Files.readAllLines(journal).get(0));
    }

    @Test
    void onlyTheDaysThatWereAskedForCount() throws IOException {
        assertEquals(0, run("calibrate", folder.toString(), "--since", "2025-03-03"));
        assertEquals(1, ledger().changes().size());
        assertEquals(2, run("calibrate", folder.toString(), "--since", "yesterday"));
        assertEquals("plumbline: --since is yesterday; write a day as in 2025-01-31.\n",
            err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aBareRepositoryNeedsAFileToWriteTo() throws IOException {
        Path bare = folder.resolve(".git");
        Files.writeString(bare.resolve("config"), "[core]\n\tbare = true\n");
        Path copy = Files.move(bare, folder.resolve("bare"));
        assertEquals(2, run("calibrate", copy.toString()));
        assertEquals(0, run("calibrate", copy.toString(), "--output", folder.resolve("out/people.tsv").toString()),
            err.toString(StandardCharsets.UTF_8));
        assertTrue(Files.exists(folder.resolve("out/.plumbline/calibrate.journal")));
    }

    @Test
    void aChangeIsHeldAgainstTheFileOfTheBaseAndNotAgainstItsOwn() throws IOException, GitAPIException {
        run("calibrate", folder.toString());
        String people = Files.readString(folder.resolve("plumbline-people.tsv"));
        Files.writeString(folder.resolve("plumbline-people.tsv"), people.replace("\t11\t", "\t70000\t")
            .replace(Sample.RULE + "=1", Sample.RULE + "=40"));
        repository.commit("Calibrate");
        repository.branch("work");
        repository.write("plumbline-people.tsv", people.replace(Sample.RULE + "=1", Sample.RULE + "=900"));
        repository.write("src/main/java/Work.java", DEFECT.replace("Sessions", "Work")).commit("Work");
        run("pr", folder.toString(), "--base", "main", "--head", "work");
        String said = out.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("\n  Measured against 2 changes of this team.\n"), said);
        assertTrue(said.contains("1 introduced in 13 changed lines"), said);
        assertFalse(said.contains("900"), said);
    }

    @Test
    void rulesThatHaveChangedSinceAreLeftOutAndNamed() throws IOException, GitAPIException {
        run("calibrate", folder.toString());
        String people = Files.readString(folder.resolve("plumbline-people.tsv")).replace("\t11\t", "\t70000\t")
            .replace(Sample.RULE + "=1", Sample.RULE + "=40");
        Files.writeString(folder.resolve("plumbline-people.tsv"),
            people.replaceFirst("rule\tresource-leak-on-path\t[^\t]+", "rule\tresource-leak-on-path\told"));
        repository.commit("Calibrate");
        repository.branch("work");
        repository.write("src/main/java/Work.java", DEFECT.replace("Sessions", "Work")).commit("Work");
        run("pr", folder.toString(), "--base", "main", "--head", "work");
        String said = out.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("One rule is not what this team's changes were measured with (resource-leak-on-path);"
            + " run `plumbline calibrate` to measure them again."), said);
    }
}
