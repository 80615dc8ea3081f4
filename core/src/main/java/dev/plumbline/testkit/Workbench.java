package dev.plumbline.testkit;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.finding.Rung;
import dev.plumbline.project.Module;
import dev.plumbline.project.Project;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A temporary project of a few snippets, scanned as a user's project would be. */
final class Workbench implements AutoCloseable {

    /** The rule under test alone, so that every finding is its own. */
    private record Alone(Rule rule) implements RulePack {

        @Override
        public String id() {
            return "under-test";
        }

        @Override
        public List<Function<Settings, Rule>> rules() {
            return List.of(settings -> rule);
        }
    }

    /** Of this process, so that runs beside each other can tell their folders apart. */
    static final String FOLDER = "plumbline-rule-test-" + ProcessHandle.current().pid() + "-";

    private final Path folder;
    private final List<Snippet> snippets;
    private final List<Path> classpath;
    private final int release;

    Workbench(List<Snippet> snippets, List<Path> classpath, int release) {
        this.snippets = snippets;
        this.classpath = classpath;
        this.release = release;
        try {
            this.folder = Files.createTempDirectory(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Scans with what the rung has: class files of javac, classes the engine compiles in memory, or text alone. */
    Report scan(Rule rule, Rung rung) {
        Path sources = folder.resolve("src");
        List<Path> files = snippets.stream().map(snippet -> snippet.writeBelow(sources)).toList();
        Path classes = folder.resolve("classes");
        List<Path> compiled = List.of();
        if (rung == Rung.COMPILED) {
            Javac.compile(files, classes, classpath, release);
            compiled = List.of(classes);
        }
        int compilable = rung == Rung.SOURCE_ONLY ? 0 : release;
        Module module = new Module("snippet", List.of(sources), compiled, classpath, compilable);
        Project project = new Project(sources, List.of(module), List.of());
        RuleCatalog catalog = RuleCatalog.of(List.of(new Alone(rule)));
        return Scan.run(new ScanRequest(project, catalog, List.of(rule.id()), List.of(), List.of(), List.of(), 1,
            line -> {}));
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
