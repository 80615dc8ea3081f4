package dev.plumbline.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.UsageException;
import dev.plumbline.verdict.FailOn;
import dev.plumbline.verdict.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    private Path root;

    @Test
    void everyKeyIsRead() throws IOException {
        ProjectSettings settings = read("""
            $schema: https://example.org/schema.json
            fail-on: warning
            include: app/**
            exclude: ['**/generated/**', old/*.java]
            packs: {names: off, exceptions: true}
            rules:
              empty-catch: note
              broad-catch: on
              long-name:
                enabled: on
                severity: warning
                options: {most: 12, tests: true, of: methods, except: [x.Y, z.Z], say: "a: b"}
            paths:
              - match: [legacy/**, old/**]
                packs: {exceptions: off}
              - match: legacy/new/**
                rules: {empty-catch: error, broad-catch: {enabled: false}}
            gate: {severity: warning, confidence: medium, beyond-ai: report}
            """);
        assertEquals(Optional.of(FailOn.warning), settings.failOn());
        assertEquals(List.of("app/**"), settings.include());
        assertEquals(List.of("**/generated/**", "old/*.java"), settings.exclude());
        assertEquals(Map.of("names", false, "exceptions", true), settings.packs());
        assertEquals(Optional.of(Severity.NOTE), settings.rules().get("empty-catch").severity());
        assertEquals(Map.of("most", "12", "tests", "true", "of", "methods", "except", "x.Y,z.Z", "say", "a: b"),
            settings.options().get("long-name"));
        assertEquals(List.of("legacy/**", "old/**"), settings.paths().get(0).match());
        assertEquals(Optional.of(false), settings.paths().get(1).rules().get("broad-catch").enabled());
        assertEquals(new Gate(Severity.WARNING, Confidence.MEDIUM, false), settings.gate());
        assertEquals(List.of("long-name"), SampleRules.catalog(Map.copyOf(settings.options())).rules().stream()
            .filter(card -> !card.isAsMeasured()).map(card -> card.id()).toList());
    }

    @Test
    void whatIsAbsentOrEmptyIsTheDefault() throws IOException {
        assertEquals(ProjectSettings.none(), SettingsFile.at(root, SampleRules.catalog()));
        assertEquals(ProjectSettings.none(), read(""));
        assertEquals(ProjectSettings.none(), read("# nothing\n"));
        assertEquals(ProjectSettings.none(), read("\uFEFFrules:\npacks:\nextends:\ngate:\npaths:\n"));
        assertEquals(Gate.standard(), ProjectSettings.none().gate());
    }

    @Test
    void allMistakesAreSaidWithTheirLinesAndTheNearestName() {
        assertEquals("""
            plumbline.yml, line 1: There is no key rulez; did you mean rules?
            plumbline.yml, line 3: There is no rule empty-cach; did you mean empty-catch?
            plumbline.yml, line 4: empty-catch must be on, off, note, warning or error, or a map of settings, not \
            `erorr`; did you mean error?
            plumbline.yml, line 7: There is no option mots; did you mean most?
            plumbline.yml, line 8: most must be a whole number from 1 to 200, not `201`.
            plumbline.yml, line 9: except must be a word without white space and commas, not `1`.
            plumbline.yml, line 10: There is no pack nmaes; did you mean names?
            plumbline.yml, line 12: There is no setting options; for some paths there are enabled and severity, and \
            options are for the whole project.
            plumbline.yml, line 12: An item of paths needs a key match.
            plumbline.yml, line 13: fail-on must be none, note, warning or error, not nothing.""", mistake("""
            rulez: {}
            rules:
              empty-cach: off
              empty-catch: erorr
              long-name:
                options:
                  mots: 1
                  most: 201
                  except: 1
            packs: {nmaes: on}
            paths:
              - rules: {long-name: {options: {most: 1}}}
            fail-on:
            """));
    }

    @Test
    void aGlobThatIsNoneAndAWrongTypeAreMistakes() {
        assertTrue(mistake("exclude: 'a/['\n").startsWith("plumbline.yml, line 1: exclude is no glob ("));
        assertEquals("plumbline.yml, line 1: The file must be a map of keys, not a list.", mistake("[a]\n"));
        assertEquals("plumbline.yml, line 2: packs must be a map of packs, not `on`.", mistake("\npacks: on\n"));
        assertEquals("plumbline.yml, line 1: paths must be a list, each item of it a map of keys, not a map.",
            mistake("paths: {match: a}\n"));
        assertEquals("plumbline.yml, line 1: most must be a whole number from 1 to 200, not `1.5`.",
            mistake("rules: {long-name: {options: {most: 1.5}}}\n"));
        assertEquals("plumbline.yml, line 1: There is no option depth; there are none.",
            mistake("rules: {empty-catch: {options: {depth: 1}}}\n"));
    }

    @Test
    void whatIsNoYamlOrTooMuchOfItIsSaidInOneSentence() {
        for (String text : List.of("a: [", "\tx: 1", "a: b: c", "? [a]\n: 1\n", "1: 2", "a: !!java.net.URL x\n",
            "packs: !x {}\n", "a: &a [b]\nc: *a\n", "a: &a [*a]\n", "--- \na\n--- \nb\n", "[".repeat(100_000), "\u0001",
            "x: " + "y".repeat(300_000), "z".repeat(9_000) + ": 1", "\"\\e[31m\\n::error::\": 1", "a: *nowhere\n",
            "<<: {rules: {}}\n")) {
            String message = assertThrows(UsageException.class, () -> read(text), text).getMessage();
            assertTrue(message.matches("plumbline.yml, line \\d+: [^\\p{Cntrl}]{5,400}[.?]"), message);
        }
        assertEquals("plumbline.yml, line 3: rules stands on line 1 already.", mistake("rules: {}\n\nrules: {}\n"));
    }

    @Test
    void nearerAndLaterFilesWinOverThoseTheyExtend() throws IOException {
        write("config/far.yml", """
            fail-on: note
            include: far/**
            exclude: far
            rules: {empty-catch: error, long-name: {severity: note, options: {most: 10, of: methods}}}
            paths: [{match: a, rules: {empty-catch: off}}]
            gate: {severity: warning}
            """);
        write("config/near.yml", "extends: ./far.yml\nfail-on: none\nexclude: near\n");
        write("config/last.yml", "gate: {confidence: low, severity: note}\n");
        ProjectSettings settings = read("""
            extends: [config/near.yml, config/last.yml]
            exclude: [here, near]
            rules: {long-name: {options: {most: 20}}, empty-catch: off}
            paths: [{match: b, rules: {empty-catch: on}}]
            """);
        assertEquals(Optional.of(FailOn.none), settings.failOn());
        assertEquals(List.of("far/**"), settings.include());
        assertEquals(List.of("far", "near", "here"), settings.exclude());
        assertEquals(Map.of("most", "20", "of", "methods"), settings.options().get("long-name"));
        assertEquals(Optional.of(Severity.NOTE), settings.rules().get("long-name").severity());
        assertEquals(Optional.of(false), settings.rules().get("empty-catch").enabled());
        assertEquals(List.of("a", "b"), settings.paths().stream().flatMap(path -> path.match().stream()).toList());
        assertEquals(new Gate(Severity.NOTE, Confidence.LOW, true), settings.gate());
    }

    @Test
    void extendsStaysInTheRepositoryAndEnds() throws IOException {
        write("a.yml", "extends: sub/b.yml\n");
        write("sub/b.yml", "\nextends: ../plumbline.yml\n");
        assertEquals("sub/b.yml, line 2: extends goes round in a circle: plumbline.yml extends a.yml extends sub/b.yml"
            + " extends plumbline.yml.", mistake("extends: a.yml\n"));
        for (String outside : List.of("../x.yml", "/etc/passwd", "sub/../../x.yml", "C:\\x.yml")) {
            assertEquals("plumbline.yml, line 1: extends names " + outside + ", which is not inside of the repository.",
                mistake("extends: '" + outside + "'\n"));
        }
        assertEquals("plumbline.yml, line 1: extends names gone.yml, but there is no file gone.yml.",
            mistake("extends: gone.yml\n"));
        Path secret = Files.writeString(Files.createTempFile("secret", ".yml"), "secret: 1\n");
        Files.createSymbolicLink(root.resolve("link.yml"), secret);
        assertTrue(mistake("extends: link.yml\n").contains("there is no file link.yml"));
        Files.delete(root.resolve("link.yml"));
        Files.delete(secret);
        for (int i = 0; i < 30; i++) {
            write("d" + i + ".yml", "extends: [d" + (i + 1) + ".yml, d" + (i + 1) + ".yml]\n");
        }
        write("d30.yml", "");
        assertTrue(mistake("extends: d0.yml\n").contains("more than 50 times"));
    }

    @Test
    void aNamedFileExtendsWhatIsBesideIt() throws IOException {
        Path file = write("elsewhere/own.yml", "extends: ../base.yml\n");
        write("base.yml", "fail-on: none\n");
        assertEquals(Optional.of(FailOn.none), SettingsFile.read(file, root, SampleRules.catalog()).failOn());
        Path other = Files.createDirectory(root.resolve("other"));
        assertTrue(assertThrows(UsageException.class, () -> SettingsFile.read(file, other, SampleRules.catalog()))
            .getMessage().contains("not inside of the repository"));
        assertTrue(assertThrows(UsageException.class,
            () -> SettingsFile.read(root.resolve("no.yml"), root, SampleRules.catalog())).getMessage()
            .startsWith("There is no settings file "));
    }

    @Test
    void theTemplateIsValidAsItStandsAndWithoutItsCommentSigns() throws IOException {
        String template = SettingsTemplate.of(SampleRules.catalog());
        assertEquals(ProjectSettings.none(), read(template));
        String used = template.lines().map(line -> line.matches("#[^ ].*|#  .*") ? line.substring(1) : line)
            .collect(Collectors.joining("\n"));
        write("config/team.yml", "");
        ProjectSettings settings = read(used);
        assertEquals(Gate.standard(), settings.gate());
        assertEquals(3, settings.rules().size());
        assertTrue(SampleRules.catalog(Map.copyOf(settings.options())).rules().stream()
            .allMatch(card -> card.isAsMeasured()), settings.options().toString());
        assertTrue(template.lines().allMatch(line -> line.length() <= 120));
    }

    private ProjectSettings read(String text) throws IOException {
        write(SettingsFile.NAME, text);
        return SettingsFile.at(root, SampleRules.catalog());
    }

    private String mistake(String text) {
        return assertThrows(UsageException.class, () -> read(text)).getMessage();
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
