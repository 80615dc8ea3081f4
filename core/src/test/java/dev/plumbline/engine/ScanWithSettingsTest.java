package dev.plumbline.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.javaparser.ast.body.MethodDeclaration;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.program.Unit;
import dev.plumbline.project.Project;
import dev.plumbline.report.SarifWriter;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.MethodRule;
import dev.plumbline.rule.ProgramRule;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.Settings;
import dev.plumbline.rule.Sink;
import dev.plumbline.rule.SourceRule;
import dev.plumbline.settings.ProjectSettings;
import dev.plumbline.settings.SettingsFile;
import dev.plumbline.verdict.BaselineFile;
import dev.plumbline.verdict.Gate;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.MeasuredRule;
import dev.plumbline.verdict.Yardstick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanWithSettingsTest {

    private static final String OF_TESTS = "It is for tests only.";

    /** On each method of the text with a name that is too long. */
    @RuleInfo(title = "A name is long", severity = Severity.WARNING, confidence = Confidence.HIGH, since = "0.1",
        why = OF_TESTS, instead = OF_TESTS, bad = "class A {}", good = "class A {}")
    static final class LongName implements SourceRule {

        private final int most;

        LongName(Settings settings) {
            most = settings.number("most", 3, 1, 99, "letters of a name");
        }

        @Override
        public void check(Unit unit, Context context, Sink out) {
            unit.source().all(MethodDeclaration.class).stream()
                .filter(method -> method.getNameAsString().length() > most)
                .forEach(method -> out.report(unit.source().place(method.getName()), "long"));
        }
    }

    /** On each compiled method. */
    @RuleInfo(title = "There is a method", severity = Severity.ERROR, confidence = Confidence.HIGH, since = "0.1",
        why = OF_TESTS, instead = OF_TESTS, bad = "class A {}", good = "class A {}", preview = true)
    static final class AnyMethod implements MethodRule {

        @Override
        public void check(MethodCode method, Context context, Sink out) {
            if (!method.ref().name().startsWith("<")) {
                out.report(method.place(method.calls().get(0)), "a method");
            }
        }
    }

    /** In each file, once it has seen one that is old. */
    @RuleInfo(title = "There are two files", severity = Severity.NOTE, confidence = Confidence.HIGH, since = "0.1",
        why = OF_TESTS, instead = OF_TESTS, bad = "class A {}", good = "class A {}")
    static final class TwoFiles implements ProgramRule<TwoFiles.Seen> {

        record Seen(Place place) {
        }

        @Override
        public List<Seen> collect(Unit unit, Context context) {
            return List.of(new Seen(new Place(unit.id().path(), 1, 1, 1, 2)));
        }

        @Override
        public void check(List<Seen> facts, Context context, Sink out) {
            if (facts.stream().anyMatch(fact -> fact.place().path().startsWith("old/"))) {
                facts.forEach(fact -> out.report(fact.place(), "two"));
            }
        }
    }

    private record Pack(String id, List<Function<Settings, Rule>> rules) implements RulePack {
    }

    @TempDir
    private Path folder;

    @BeforeEach
    void twoFiles() throws IOException {
        write("app/App.java", "package app;\nclass App { void main() { toString(); } }\n");
        write("old/Old.java", "package old;\nclass Old { void main() { toString(); } }\n");
    }

    @Test
    void rulesOfEveryKindAreSilentWhereTheyAreOff() throws IOException {
        assertEquals("app/App.java long-name warning, app/App.java two-files note, old/Old.java long-name warning,"
            + " old/Old.java two-files note", scan(""));
        assertEquals("app/App.java any-method error, app/App.java long-name error, app/App.java two-files note",
            scan("""
                rules: {any-method: on, long-name: error}
                paths: [{match: old/**, packs: {names: off, code: off}, rules: {two-files: off}}]
                """));
        assertEquals("app/App.java two-files note, old/Old.java any-method note, old/Old.java long-name note,"
            + " old/Old.java two-files error", scan("""
                rules: {long-name: off}
                paths: [{match: old/**, rules: {any-method: note, long-name: note, two-files: error}}]
                """));
    }

    @Test
    void optionsReachTheRule() throws IOException {
        assertEquals("app/App.java two-files note, old/Old.java two-files note",
            scan("rules: {long-name: {options: {most: 4}}}"));
    }

    @Test
    void theCommandLineWinsOverWhatIsIncludedAndAddsToWhatIsExcluded() throws IOException {
        write("old/New.java", "package old;\nclass New { void main() { toString(); } }\n");
        String settings = "include: old/**\nexclude: '**/Old.java'\n";
        assertEquals(List.of("old/New.java"), files(settings, List.of(), List.of()));
        assertEquals(List.of("app/App.java"), files(settings, List.of("app/**"), List.of()));
        assertEquals(List.of(), files(settings, List.of(), List.of("**/New.java")));
    }

    @Test
    void aSuppressionIsNotCalledUnusedWhereItsRuleIsOff() throws IOException {
        write("old/Old.java", "package old;\nclass Old { int x; // plumbline:ignore long-name -- later\n}\n");
        assertEquals(List.of("suppression-unused"), notices(""));
        assertEquals(List.of(), notices("paths: [{match: old/**, rules: {long-name: off}}]"));
    }

    @Test
    void aBaselineEntryIsNotCalledStaleWhereItsRuleIsOff() throws IOException {
        BaselineFile known = BaselineFile.of(report("").findings());
        String off = "paths: [{match: old/**, rules: {long-name: off}}]";
        assertEquals(List.of(), Accepted.of(report(off), known, "known", folder).stale());
    }

    @Test
    void sarifSaysWhatIsDifferentInTheWholeProject() throws IOException {
        String sarif = SarifWriter.indented().write(report("rules: {long-name: error, two-files: off}"))
            .replaceAll("\\s+", "");
        assertTrue(sarif.contains("\"configuration\":{\"enabled\":true,\"level\":\"error\"}"), sarif);
        assertTrue(sarif.contains("\"configuration\":{\"enabled\":false}"), sarif);
        assertTrue(sarif.contains("\"ruleId\":\"long-name\",\"ruleIndex\":1,\"level\":\"error\""), sarif);
    }

    @Test
    void aRuleThatIsNotTheMeasuredOneEntersNoRatio() throws IOException {
        Review plain = review("");
        assertEquals(1, plain.score().total().orElseThrow().introduced());
        assertEquals(List.of(), about(plain));

        Review options = review("rules: {long-name: {options: {most: 2}}}");
        assertEquals(0, options.score().total().orElseThrow().introduced());
        assertEquals(List.of("long-name"), options.score().unmeasured().stream().map(one -> one.rule()).toList());
        assertEquals(List.of("Not in the ratio, for they were measured with other options: long-name."),
            about(options));

        Review elsewhere = review("paths: [{match: old/**, rules: {long-name: off}}]");
        assertEquals(plain.score(), elsewhere.score());

        Review partly = review("paths: [{match: app/Other.java, rules: {long-name: off}}]");
        assertEquals(List.of("Not in the ratio, for the settings turn them off for a part of the change: long-name."),
            about(partly));
        assertTrue(partly.score().total().orElseThrow().expected() < plain.score().total().orElseThrow().expected());
    }

    private Review review(String settings) throws IOException {
        Path head = folder.resolveSibling(folder.getFileName() + "-head");
        write(head, "app/App.java", "package app;\nclass App { void main() { toString(); }\nvoid more() { } }\n");
        write(head, "app/Other.java", "package app;\nclass Other {\nint x;\nvoid f() { } }\n");
        write(head, "old/Old.java", Files.readString(folder.resolve("old/Old.java")));
        Sides sides = Sides.of(folder, head, List.of(), List.of(), List.of());
        return Review.of(new ReviewRequest(request(sides.head(), settings, List.of(), List.of()), sides.base(),
            sides.change(), Yardstick.shipped(people()), Gate.standard(), sides.known(), sides.proposed()));
    }

    private static HumanChanges people() {
        List<MeasuredRule> rules = List.of("long-name", "two-files").stream()
            .map(id -> new MeasuredRule(id, "d1", HumanChanges.MEMORY)).toList();
        return new HumanChanges(rules, IntStream.range(0, 20).mapToObj(i -> new HumanChange(HumanChanges.MEMORY,
            "change " + i, 1000, new TreeMap<>(Map.of("long-name", i % 3, "two-files", i % 2)))).toList());
    }

    private static List<String> about(Review review) {
        return review.against().stream().filter(sentence -> sentence.startsWith("Not in the ratio")).toList();
    }

    private String scan(String settings) throws IOException {
        return report(settings).findings().stream()
            .map(one -> one.place().path() + " " + one.rule() + " " + one.severity().name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(", "));
    }

    private List<String> notices(String settings) throws IOException {
        return report(settings).notices().stream().map(Notice::kind).toList();
    }

    private List<String> files(String settings, List<String> include, List<String> exclude) throws IOException {
        return List.copyOf(Scan.run(request(project(), settings, include, exclude)).files().keySet());
    }

    private Report report(String settings) throws IOException {
        return Scan.run(request(project(), settings, List.of(), List.of()));
    }

    private Project project() {
        return Project.discover(new Project.Request(List.of(folder), List.of(), List.of())).rootedAt(folder);
    }

    private ScanRequest request(Project project, String text, List<String> include, List<String> exclude)
            throws IOException {
        write(SettingsFile.NAME, text);
        ProjectSettings settings = SettingsFile.at(folder, catalog(ProjectSettings.none()));
        Files.delete(folder.resolve(SettingsFile.NAME));
        return new ScanRequest(project, catalog(settings), List.of(), List.of(), include, exclude, 1, line -> {},
            settings);
    }

    private static RuleCatalog catalog(ProjectSettings settings) {
        return RuleCatalog.of(List.of(new Pack("names", List.of(LongName::new)),
            new Pack("code", List.of(given -> new AnyMethod(), given -> new TwoFiles()))), settings.options());
    }

    private void write(String path, String text) throws IOException {
        write(folder, path, text);
    }

    private static void write(Path root, String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }
}
