package dev.plumbline.testkit;

import dev.plumbline.engine.Report;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Rung;
import dev.plumbline.rule.Rule;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs one rule on snippets whose comments say what it must find. Each snippet is scanned twice, with the class files
 * of javac and with those of the Eclipse compiler, because the two write different bytecode and the verdict must be
 * one. Snippets compile against the jars on the class path of the test.
 */
public final class RuleTest {

    private static final int DEFAULT_RELEASE = 17;

    private final Rule rule;
    private final List<Rung> rungs;
    private final List<Path> classpath;
    private final int release;

    private RuleTest(Rule rule, List<Rung> rungs, List<Path> classpath, int release) {
        this.rule = rule;
        this.rungs = rungs;
        this.classpath = classpath;
        this.release = release;
    }

    public static RuleTest of(Rule rule) {
        List<Rung> both = List.of(Rung.COMPILED, Rung.COMPILED_IN_MEMORY);
        return new RuleTest(rule, both, jarsOfThisProgram(), DEFAULT_RELEASE);
    }

    private static List<Path> jarsOfThisProgram() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .map(Path::of)
            .toList();
    }

    /** Class files of javac for {@link Rung#COMPILED}, of the Eclipse compiler for {@link Rung#COMPILED_IN_MEMORY}. */
    public RuleTest standingOn(Rung rung) {
        return new RuleTest(rule, List.of(rung), classpath, release);
    }

    /** Text alone; the snippets need not compile. */
    public RuleTest withoutBytecode() {
        return standingOn(Rung.SOURCE_ONLY);
    }

    /** Instead of the jars on the class path of the test. */
    public RuleTest withClasspath(Path... jarsAndFolders) {
        return new RuleTest(rule, rungs, List.of(jarsAndFolders), release);
    }

    /** The Java release of the snippets; 17 unless told. */
    public RuleTest withRelease(int javaRelease) {
        return new RuleTest(rule, rungs, classpath, javaRelease);
    }

    /**
     * Scans the sources together, each of them a compilation unit.
     *
     * @throws AssertionError naming every line where the rule and the markers disagree
     */
    public void on(String... sources) {
        List<Snippet> snippets = Snippet.all(sources);
        Map<String, List<Rung>> found = new LinkedHashMap<>();
        for (Rung rung : rungs) {
            disagreements(snippets, rung)
                .forEach(sentence -> found.computeIfAbsent(sentence, none -> new ArrayList<>()).add(rung));
        }
        if (!found.isEmpty()) {
            throw new AssertionError(found.entrySet().stream()
                .map(entry -> entry.getKey() + where(entry.getValue()))
                .collect(Collectors.joining("\n    ", rule.id() + " and the markers disagree:\n    ", "")));
        }
    }

    /** Holds the two examples of the rule's documentation to their markers. */
    public void onExamples() {
        String bad = rule.info().bad();
        String good = rule.info().good();
        if (Markers.in(bad).all(Marker.Kind.BUG).isEmpty()) {
            throw new AssertionError("The bad example of " + rule.id() + " marks no line with `// bug:`");
        }
        on(bad);
        on(good);
    }

    private String where(List<Rung> disagreeing) {
        return disagreeing.equals(rungs) ? "" : "\n        only when " + disagreeing;
    }

    private List<String> disagreements(List<Snippet> snippets, Rung rung) {
        try (Workbench workbench = new Workbench(snippets, classpath, release)) {
            Report report = workbench.scan(rule, rung);
            requireComplete(report, rung);
            Stream<String> inSnippets = snippets.stream().flatMap(snippet -> disagreements(snippet, report));
            return Stream.concat(inSnippets, elsewhere(snippets, report)).toList();
        }
    }

    private static Stream<String> elsewhere(List<Snippet> snippets, Report report) {
        return report.findings().stream()
            .filter(found -> snippets.stream().noneMatch(snippet -> snippet.path().equals(found.place().path())))
            .map(found -> found.place().path() + " is none of the snippets but is reported: " + found.message());
    }

    private static Stream<String> disagreements(Snippet snippet, Report report) {
        List<Finding> here = report.findings().stream()
            .filter(found -> found.place().path().equals(snippet.path()))
            .toList();
        return Markers.in(snippet.text()).disagreements(here).stream().map(text -> snippet.path() + " " + text);
    }

    /** A rule that crashed or a file that was not seen would pass for silence. */
    private static void requireComplete(Report report, Rung rung) {
        String unseen = report.notices().stream()
            .filter(notice -> notice.level() == Notice.Level.INCOMPLETE)
            .filter(notice -> rung != Rung.SOURCE_ONLY || notice.kind().equals("rule-crashed"))
            .map(Notice::message)
            .collect(Collectors.joining("\n"));
        if (!unseen.isEmpty()) {
            throw new AssertionError(unseen);
        }
        report.files().forEach((file, stoodOn) -> {
            if (stoodOn != rung) {
                throw new AssertionError(file + " stood on " + stoodOn + " instead of " + rung);
            }
        });
    }
}
