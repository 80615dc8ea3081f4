package dev.plumbline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files by which other programs find Plumbline, and the snippets of {@code docs/hosts.md}. */
class HostFilesTest {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
    private static final Pattern INPUT = Pattern.compile("inputs\\.([a-z-]+)");
    private static final Pattern OUTPUT = Pattern.compile("steps\\.[a-z]+\\.outputs\\.([a-z-]+)");
    private static final Pattern SET = Pattern.compile("\\boutput ([a-z-]+) ");
    private static final Pattern SNIPPET = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("uses: ([a-z/-]+@v\\d+)");

    private static String read(String path) throws IOException {
        return Files.readString(REPOSITORY.resolve(path));
    }

    private static Map<?, ?> map(Object yaml) {
        return (Map<?, ?>) yaml;
    }

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static Set<String> all(Pattern pattern, String text) {
        TreeSet<String> found = new TreeSet<>();
        pattern.matcher(text).results().map(match -> match.group(1)).forEach(found::add);
        return found;
    }

    @Test
    void theActionUsesWhatItDeclares() throws IOException {
        String text = read("action.yml");
        Set<String> inputs = new TreeSet<>();
        map(map(yaml(text)).get("inputs")).keySet().forEach(name -> inputs.add((String) name));
        assertEquals(inputs, all(INPUT, text));
        Set<String> outputs = all(SET, read(".github/action.sh"));
        outputs.add("cache-hit");
        assertEquals(outputs, all(OUTPUT, text));
    }

    @Test
    void noStepOfTheActionPutsAnExpressionIntoAScript() throws IOException {
        for (Object step : (List<?>) map(map(yaml(read("action.yml"))).get("runs")).get("steps")) {
            Object script = map(step).get("run");
            if (script != null) {
                assertEquals("bash", map(step).get("shell"));
                assertFalse(script.toString().contains("${{"), script::toString);
                assertTrue(script.toString().startsWith("\"$GITHUB_ACTION_PATH/.github/action.sh\" "));
            }
        }
    }

    @Test
    void bashReadsEveryScript() throws IOException {
        assumeTrue(Program.exists("bash"), "needs bash");
        for (String script : List.of(".github/action.sh", ".ci/run", "plumbline", "cli/src/dist/bin/plumbline",
            "cli/src/dist/lib/launch.sh")) {
            assertEquals(new Program(0, ""), Program.run(REPOSITORY, "bash", "-n", script));
        }
    }

    @Test
    void everyHookNamesAProgramOfTheRepository() throws IOException {
        List<?> hooks = (List<?>) yaml(read(".pre-commit-hooks.yaml"));
        assertFalse(hooks.isEmpty());
        for (Object hook : hooks) {
            String program = map(hook).get("entry").toString().split(" ")[0];
            assertTrue(Files.isExecutable(REPOSITORY.resolve(program)), program);
        }
    }

    @Test
    void everySnippetForAHostIsYaml() throws IOException {
        List<String> snippets = SNIPPET.matcher(read("docs/hosts.md")).results().map(match -> match.group(1)).toList();
        assertTrue(snippets.size() > 4);
        for (String snippet : snippets) {
            Object read = yaml(snippet);
            assertTrue(read instanceof Map || read instanceof List, snippet);
        }
    }

    @Test
    void allFilesNameTheSameVersionsOfActions() throws IOException {
        Set<String> action = all(VERSION, read("action.yml"));
        Set<String> versions = new TreeSet<>(action);
        versions.addAll(all(VERSION, read("docs/hosts.md")));
        versions.addAll(all(VERSION, read("cli/src/main/resources/dev/plumbline/cli/workflow.yml")));
        Set<String> names = new TreeSet<>();
        versions.forEach(version -> names.add(version.replaceFirst("@.*", "")));
        assertEquals(names.size(), versions.size(), versions::toString);
    }
}
