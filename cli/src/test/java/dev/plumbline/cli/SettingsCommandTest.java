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
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plumbline.yml} does to the commands, in a real git repository. */
class SettingsCommandTest {

    private static final String FILE = "src/main/java/shop/Sessions.java";
    private static final String DEFECT = "package shop;\n" + Sample.SESSIONS;
    private static final String OFF = "rules: {" + Sample.RULE + ": off}\n";

    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private TestRepository repository;

    @BeforeEach
    void base() throws GitAPIException, IOException {
        repository = TestRepository.in(folder);
        repository.write(FILE, "package shop;\nclass Sessions {\n}\n").commit("base");
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void aChangeThatTurnsTheRuleOffFailsAllTheSameAndSaysSo() throws IOException {
        repository.write(FILE, DEFECT).write("plumbline.yml", OFF + "exclude: src/**\ngate: {severity: error}\n");
        assertEquals(1, pr(), text());
        assertTrue(text().contains("[" + Sample.RULE + "]"), text());
        assertTrue(text().contains("plumbline.yml:1 changes the settings: rules.lock-leak-on-exception was on, is off"),
            text());
        assertTrue(text().contains("plumbline.yml:1 changes the settings: exclude did not have src/**, has it"),
            text());
        assertEquals(1, pr("--format", "markdown"));
        assertTrue(text().contains("changes the settings: rules.lock-leak-on-exception was on, is off"), text());
        assertEquals(1, pr("--format", "json"));
        assertTrue(text().contains("\"kind\": \"settings\""), text());
    }

    @Test
    void whatBaseAgreedToIsInForceAndWhatItExtendsIsReadFromThereToo() throws IOException, GitAPIException {
        repository.write("plumbline.yml", "extends: config/team.yml\n").write("config/team.yml", OFF);
        repository.commit("agreed");
        branchIsBase();
        repository.write(FILE, DEFECT).write("plumbline.yml", "").write("config/team.yml", "rules: {}\n");
        assertEquals(0, found(), text());
        assertFalse(text().contains("asks for silence"), text());
    }

    @Test
    void theGateIsThatOfBase() throws IOException, GitAPIException {
        repository.write("plumbline.yml", "gate: {severity: error, confidence: high, beyond-ai: report}\nrules: {"
            + Sample.RULE + ": note}\n").commit("agreed");
        branchIsBase();
        repository.write(FILE, DEFECT).write("plumbline.yml", "gate: {severity: note}\n");
        assertEquals(0, pr(), text());
        assertTrue(text().contains("note: "), text());
    }

    @Test
    void aFileThatIsDeletedOrBrokenByTheChangeHidesNothing() throws IOException, GitAPIException {
        repository.write("plumbline.yml", "fail-on: note\nrules: {interrupt-lost: on}\n").commit("strict");
        branchIsBase();
        repository.write(FILE, DEFECT);
        Files.delete(folder.resolve("plumbline.yml"));
        assertEquals(1, pr(), text());
        assertTrue(text().contains("rules.interrupt-lost was on, is off"), text());
        assertTrue(text().contains("fail-on was note, is error"), text());
        repository.write("plumbline.yml", "rulez: {}\n");
        assertEquals(1, pr(), text());
        assertTrue(text().contains("The settings of the change can not be read, those of base were used: plumbline.yml "
            + "of work tree, line 1: There is no key rulez; did you mean rules?"), text());
    }

    @Test
    void aBrokenFileOfBaseIsAMistakeUntilAnotherIsNamed() throws IOException, GitAPIException {
        repository.write("plumbline.yml", "rules: [\n").commit("broken");
        branchIsBase();
        repository.write(FILE, DEFECT).write("plumbline.yml", "").write("own.yml", OFF);
        assertEquals(2, pr(), text());
        assertTrue(text().matches("(?s)plumbline: plumbline\\.yml of [0-9a-f]+, line \\d+: This is no YAML: .*"),
            text());
        assertEquals(1, pr("--no-config"), text());
        assertEquals(0, found("--config", folder.resolve("own.yml").toString()), text());
    }

    @Test
    void foldersWithoutGitHaveSettingsToo() throws IOException {
        Path base = folder.resolve("base");
        Path head = folder.resolve("head");
        Files.createDirectories(base);
        Files.createDirectories(head);
        Files.writeString(base.resolve("Sessions.java"), "class Sessions {\n}\n");
        Files.writeString(head.resolve("Sessions.java"), Sample.SESSIONS);
        List<String> command = List.of("pr", "--base-dir", base.toString(), "--head-dir", head.toString());
        Files.writeString(head.resolve("plumbline.yml"), OFF);
        assertEquals(1, run(command.toArray(String[]::new)), text());
        Files.writeString(base.resolve("plumbline.yml"), OFF);
        assertFalse(run(command.toArray(String[]::new)) == 1, text());
    }

    @Test
    void aScanAndABaselineFollowTheFileAtTheRoot() throws IOException {
        repository.write(FILE, DEFECT);
        assertEquals(1, run("scan", folder.toString()));
        repository.write("plumbline.yml", "rules: {" + Sample.RULE + ": warning}\n");
        assertEquals(0, run("scan", folder.toString()), text());
        assertTrue(text().contains("warning: "), text());
        assertEquals(1, run("scan", folder.toString(), "--fail-on", "warning"), text());
        repository.write("plumbline.yml", "fail-on: none\n");
        assertEquals(0, run("scan", folder.toString()), text());
        assertEquals(1, run("scan", folder.toString(), "--fail-on", "error"), text());
        assertEquals(1, run("scan", folder.toString(), "--no-config"), text());
        repository.write("plumbline.yml", OFF);
        assertEquals(0, run("baseline", "create", folder.toString()), text());
        assertTrue(text().startsWith("0 findings written"), text());
        assertEquals(1, run("scan", folder.toString(), "--rules", Sample.RULE), text());
    }

    @Test
    void mistakesInTheFileAreMistakesOfTheUser() throws IOException {
        repository.write("plumbline.yml", "\nrules:\n  lock-leak-on-exeption: off\n");
        assertEquals(2, run("scan", folder.toString()));
        assertTrue(text().startsWith("plumbline: plumbline.yml, line 3: There is no rule lock-leak-on-exeption; did you"
            + " mean lock-leak-on-exception or "), text());
        assertEquals(2, run("scan", folder.toString(), "--config", folder.resolve("no.yml").toString()));
        assertTrue(text().contains("There is no settings file "), text());
        assertEquals(2, run("scan", folder.toString(), "--no-config", "--config", "x.yml"));
        assertTrue(text().contains("contradict each other"), text());
        assertEquals(2, run("scan", folder.toString(), "--no-config", "--exclude", "["));
        assertTrue(text().contains("[ is no glob"), text());
    }

    @Test
    void initWritesFilesThatWorkAndNeverOverAnother() throws IOException {
        repository.write(FILE, DEFECT);
        assertEquals(0, run("init", folder.toString()), text());
        String settings = Files.readString(folder.resolve("plumbline.yml"));
        assertTrue(settings.contains("#fail-on: error\n"), settings);
        String workflow = Files.readString(folder.resolve(".github/workflows/plumbline.yml"));
        assertTrue(workflow.contains("security-events: write"), workflow);
        assertEquals(1, run("scan", folder.toString()), text());
        Files.delete(folder.resolve("plumbline.yml"));
        assertEquals(2, run("init", folder.toString()));
        assertTrue(text().contains("plumbline.yml exists already; nothing was written."), text());
        assertFalse(Files.exists(folder.resolve("plumbline.yml")));
        assertEquals(2, run("init", folder.resolve("no").toString()));
    }

    private void branchIsBase() throws GitAPIException {
        repository.branch("work");
    }

    private int found(String... options) {
        pr(options);
        return (int) text().lines().filter(line -> line.matches("(error|warning|note): .*\\[[a-z-]+\\]")).count();
    }

    private int pr(String... options) {
        List<String> arguments = new ArrayList<>(List.of("pr", folder.toString(), "--threads", "1", "--base", "main"));
        arguments.addAll(List.of(options));
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
}
