package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the hook of {@code .pre-commit-hooks.yaml} as pre-commit does: from the top of the repository it judges. */
class HookIT {

    private static final String HOOK = Path.of("src/hook/judge-commit").toAbsolutePath().toString();

    @TempDir
    private Path project;

    @BeforeEach
    void aRepository() throws IOException, GitAPIException {
        assumeTrue(Program.exists("bash"), "needs bash");
        try (TestRepository repository = TestRepository.in(project)) {
            repository.write("src/Clock.java", "class Clock {\n}\n").commit("one");
        }
    }

    @Test
    void aDefectStopsTheCommit() throws IOException {
        Files.writeString(project.resolve("src/Sessions.java"), Sample.SESSIONS);
        Program judged = Program.run(project, HOOK, "--base", "HEAD");
        assertEquals(1, judged.exit(), judged::output);
        assertTrue(judged.output().contains(Sample.RULE), judged::output);
    }

    @Test
    void whatCouldNotBeAnalysedDoesNot() throws IOException {
        Files.writeString(project.resolve("src/Till.java"), "class Till {\n    lost.Type money;\n}\n");
        Program judged = Program.run(project, HOOK, "--base", "HEAD");
        assertEquals(0, judged.exit(), judged::output);
        assertTrue(judged.output().contains("Till.java"), judged::output);
    }

    @Test
    void aBaseThatIsNotThereDoes() throws IOException {
        assertEquals(2, Program.run(project, HOOK, "--base", "nowhere").exit());
    }
}
