package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.cli.manual.Manual;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The generated files about the command line, and what real shells make of them. */
class ManualTest {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
    private static final Path COMPLETION = REPOSITORY.resolve("cli/src/dist/completion");

    /** What bash does when the key is pressed, with the words it has split the line into. */
    private static final String ASK_BASH = """
        source plumbline.bash
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _plumbline
        printf '%s\\n' "${COMPREPLY[@]}"
        """;

    private static CommandLine commands() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return Main.commands(new Terminal(nowhere, nowhere, false, Map.of()));
    }

    @Test
    void committedFilesSayWhatTheCommandsSay() {
        assertEquals(List.of(), Manual.of(commands()).stale(REPOSITORY),
            "run `./plumbline docs` and commit what it writes");
    }

    @Test
    void bashOffersCommandsOptionsAndValues() throws IOException {
        assumeTrue(Program.exists("bash"), "needs bash");
        assertEquals(List.of("scan"), bash("sc"));
        assertEquals(List.of("create", "prune"), bash("baseline", ""));
        assertEquals(List.of("--file"), bash("baseline", "create", "--f"));
        assertEquals(List.of("none", "note"), bash("scan", "--fail-on", "no"));
        assertEquals(List.of("none", "note"), bash("scan", "--fail-on", "=", "no"));
        assertTrue(bash("scan", "--fail-on", "=").contains("error"));
        assertEquals(List.of("interrupt-lost"), bash("explain", "interr"));
        assertEquals(List.of(), bash("scan", "folder"));
    }

    @Test
    void bashOffersWhatPicocliKnows() throws IOException {
        assumeTrue(Program.exists("bash"), "needs bash");
        Stream<String> options = commands().getSubcommands().get("pr").getCommandSpec().options().stream()
            .flatMap(option -> Arrays.stream(option.names()));
        assertEquals(new TreeSet<>(options.toList()), new TreeSet<>(bash("pr", "-")));
    }

    @Test
    void fishOffersCommandsOptionsAndValues() throws IOException {
        assumeTrue(Program.exists("fish"), "needs fish");
        assertEquals(List.of("scan"), fish("sc"));
        assertEquals(List.of("create", "prune"), fish("baseline "));
        assertEquals(List.of("--file"), fish("baseline create --f"));
        assertEquals(List.of("none", "note"), fish("scan --fail-on no"));
        assertEquals(List.of("interrupt-lost"), fish("explain interr"));
        assertTrue(fish("scan ./").contains("./plumbline.fish"));
    }

    @Test
    void zshReadsItsFunctions() throws IOException {
        assumeTrue(Program.exists("zsh"), "needs zsh");
        Program read = Program.run(COMPLETION, "zsh", "-n", "_plumbline");
        assertEquals(new Program(0, ""), read);
    }

    @Test
    void roffTakesTheManualPageWithoutAWarning() throws IOException {
        assumeTrue(Program.exists("groff"), "needs groff");
        Program warned = Program.run(COMPLETION, "groff", "-ww", "-z", "-man", "-Tascii", "../man/man1/plumbline.1");
        assertEquals(new Program(0, ""), warned);
    }

    private static List<String> bash(String... words) throws IOException {
        Stream<String> command = Stream.of("bash", "-c", ASK_BASH, "bash", "plumbline");
        return lines(Program.run(COMPLETION, Map.of(), Stream.concat(command, Stream.of(words)).toList()));
    }

    private static List<String> fish(String line) throws IOException {
        return lines(Program.run(COMPLETION, "fish", "--no-config", "-c",
            "source plumbline.fish; complete -C 'plumbline " + line + "'"));
    }

    /** Without the descriptions that fish puts behind a tab. */
    private static List<String> lines(Program shell) {
        assertEquals(0, shell.exit(), shell::output);
        return shell.output().lines().map(line -> line.replaceFirst("\t.*", "")).filter(line -> !line.isEmpty())
            .sorted().toList();
    }
}
