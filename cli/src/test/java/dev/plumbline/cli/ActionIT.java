package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the script of {@code action.yml} on a real repository. Only GitHub is missing; a program {@code gh} writes down
 * what it would be asked.
 */
class ActionIT {

    private static final Path SCRIPT = Path.of("").toAbsolutePath().getParent().resolve(".github/action.sh");

    private static final String GH = """
        #!/usr/bin/env bash
        printf '%s\\n' "$*" >> "$RECORD"
        case $* in
            *--jq*) printf '%s' "$FOUND" ;;
        esac
        exit "$REFUSED"
        """;

    @TempDir
    private Path folder;
    private Path project;
    private Path outputs;
    private Path record;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void aPullRequest() throws IOException, GitAPIException {
        assumeTrue(Program.exists("bash") && Program.exists("git"), "needs bash and git");
        project = Files.createDirectories(folder.resolve("project"));
        outputs = folder.resolve("outputs");
        record = folder.resolve("record");
        try (TestRepository repository = TestRepository.in(project)) {
            repository.write("src/Clock.java", "class Clock {\n}\n").commit("one");
            repository.branch("feature");
            repository.write("src/Sessions.java", Sample.SESSIONS).commit("two");
        }
        Path programs = Files.createDirectories(folder.resolve("bin"));
        Path gh = Files.writeString(programs.resolve("gh"), GH);
        Files.setPosixFilePermissions(gh, PosixFilePermissions.fromString("rwxr-xr-x"));
        variables.putAll(Map.of("GITHUB_OUTPUT", outputs.toString(), "RUNNER_TEMP", folder.toString(),
            "GITHUB_REPOSITORY", "team/service", "GITHUB_BASE_REF", "main", "BASE", "main", "PROJECT", ".",
            "RECORD", record.toString(), "FOUND", "", "REFUSED", "0"));
        variables.putAll(Map.of("PATH", programs + File.pathSeparator + System.getenv("PATH"), "PULL_REQUEST", "7",
            "HEAD_REPOSITORY", "team/service", "COMMENT", "true", "SARIF", "true", "GITHUB_STEP_SUMMARY",
            folder.resolve("summary").toString()));
    }

    @Test
    void aPullRequestIsJudgedAndItsReportsAreOneRun() throws IOException {
        Program judged = run("judge");
        assertEquals(0, judged.exit(), judged::output);
        assertTrue(judged.output().contains("::error file=src/Sessions.java,line=6"), judged::output);
        Map<String, String> said = outputs();
        assertEquals("1", said.get("exit-code"));
        assertEquals(List.of("true", "true"), List.of(said.get("upload"), said.get("comment")));
        assertTrue(Files.readString(Path.of(said.get("sarif-file"))).contains(Sample.RULE));
        assertTrue(Files.readString(Path.of(said.get("markdown-file"))).startsWith("<!-- plumbline -->\n"));
        assertTrue(Files.readString(folder.resolve("summary")).contains(Sample.RULE));
    }

    @Test
    void aShallowCheckoutFetchesItsBase() throws IOException {
        Path shallow = folder.resolve("shallow");
        Program cloned = Program.run(folder, "git", "clone", "--quiet", "--depth=1", "--branch=feature",
            "file://" + project, shallow.toString());
        assertEquals(new Program(0, ""), cloned);
        project = shallow;
        variables.put("BASE", "");
        Program judged = run("judge");
        assertEquals("1", outputs().get("exit-code"), judged::output);
    }

    @Test
    void aForkIsJudgedAndNothingIsWrittenToGitHub() throws IOException {
        variables.put("HEAD_REPOSITORY", "somebody/service");
        Program judged = run("judge");
        assertTrue(judged.output().contains("::notice title=Plumbline::The token of this pull request may only read"),
            judged::output);
        assertEquals(List.of("1", "false", "false"),
            List.of(outputs().get("exit-code"), outputs().get("upload"), outputs().get("comment")));
    }

    @Test
    void aPushIsScanned() throws IOException {
        variables.putAll(Map.of("BASE", "", "GITHUB_BASE_REF", "", "PULL_REQUEST", "", "HEAD_REPOSITORY", "",
            "ARGUMENTS", "--fail-on none\n --threads 1"));
        Program judged = run("judge");
        Map<String, String> said = outputs();
        assertEquals("0", said.get("exit-code"), judged::output);
        assertEquals(List.of("true", "false"), List.of(said.get("upload"), said.get("comment")));
        assertFalse(said.containsKey("markdown-file"));
    }

    @Test
    void whatPeopleNameIsAWordAndNoCode() throws IOException {
        variables.put("BASE", "main$(touch hacked)`touch hacked`;touch hacked");
        variables.put("ARGUMENTS", "--rules $(touch hacked);touch hacked");
        Program judged = run("judge");
        assertEquals("2", outputs().get("exit-code"), judged::output);
        assertFalse(Files.exists(project.resolve("hacked")));
    }

    @Test
    void theFirstCommentIsWrittenAndLaterOnesTakeItsPlace() throws IOException {
        String body = Files.writeString(folder.resolve("comment.md"), "<!-- plumbline -->\nPassed\n").toString();
        variables.put("MARKDOWN_FILE", body);
        assertEquals(new Program(0, ""), run("comment"));
        List<String> first = Files.readAllLines(record);
        assertTrue(first.get(0).contains("repos/team/service/issues/7/comments?per_page=100"), first::toString);
        assertEquals("api --method POST repos/team/service/issues/7/comments -F body=@" + body + " --silent",
            first.get(1));

        variables.put("FOUND", "42\n43\n");
        assertEquals(new Program(0, ""), run("comment"));
        assertEquals("api --method PATCH repos/team/service/issues/comments/42 -F body=@" + body + " --silent",
            Files.readAllLines(record).get(3));
    }

    @Test
    void aRefusedCommentIsANotice() throws IOException {
        variables.putAll(Map.of("MARKDOWN_FILE", "comment.md", "REFUSED", "1"));
        Program refused = run("comment");
        assertEquals(0, refused.exit());
        assertTrue(refused.output().startsWith("::notice title=Plumbline::"), refused::output);
    }

    @Test
    void theVerdictIsTheCommands() throws IOException {
        assertEquals(List.of(1, 0, 0, 2, 4),
            List.of(verdict("true", 1), verdict("false", 1), verdict("true", 0), verdict("false", 2),
                verdict("false", 4)));
    }

    private int verdict(String fail, int code) throws IOException {
        variables.putAll(Map.of("FAIL", fail, "EXIT_CODE", String.valueOf(code)));
        return run("verdict").exit();
    }

    @Test
    void theJarIsKeptUnderWhatItIsMadeOf() throws IOException {
        assertEquals(new Program(0, ""), run("key"));
        assertTrue(outputs().get("jar").endsWith("cli/target/plumbline.jar"));
        assertTrue(outputs().get("key").matches("plumbline-[0-9a-f]{40,64}"), outputs().get("key"));
    }

    private Program run(String step) throws IOException {
        Map<String, String> all = new HashMap<>(variables);
        all.putIfAbsent("ARGUMENTS", "");
        return Program.run(project, all, List.of(SCRIPT.toString(), step));
    }

    private Map<String, String> outputs() throws IOException {
        return Files.readAllLines(outputs).stream().map(line -> line.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
