package dev.plumbline.cli;

import dev.plumbline.engine.ScanRequest;
import dev.plumbline.finding.UsageException;
import dev.plumbline.project.Project;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleNames;
import dev.plumbline.settings.ProjectSettings;
import dev.plumbline.settings.SettingsSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What is analysed and with what. The Maven plugin has parameters of the same names. */
final class AnalysisOptions {

    @Option(names = "--rules", paramLabel = "IDS", split = ",",
        description = "Run these rules only, previews among them; separated by commas.")
    List<String> rules = new ArrayList<>();

    @Option(names = "--packs", paramLabel = "IDS", split = ",",
        description = "Run rules of these packs only; separated by commas.")
    List<String> packs = new ArrayList<>();

    @Option(names = "--include", paramLabel = "GLOB",
        description = "Report on files that match only, as in 'app/**/*.java', whatever the settings include; may be "
            + "repeated.")
    List<String> include = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "GLOB",
        description = "Leave out files that match, besides those that the settings leave out; may be repeated.")
    List<String> exclude = new ArrayList<>();

    @Option(names = "--classes", paramLabel = "PATHS",
        description = "Class folders or jars of the code itself, instead of those found; separated by "
            + "'${sys:path.separator}'.")
    List<String> classes = new ArrayList<>();

    @Option(names = "--classpath", paramLabel = "PATHS",
        description = "Its dependencies, instead of those found; separated by '${sys:path.separator}', and "
            + "'folder/*' is every jar in a folder.")
    List<String> classpath = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N",
        description = "How many threads to use (default: one per core). The report is the same for any number.")
    Optional<Integer> threads = Optional.empty();

    @Option(names = "--config", paramLabel = "FILE",
        description = "The settings file (default: plumbline.yml at the root, if it exists). For 'pr' it takes the "
            + "place of the one of base, and is read from the disk.")
    Optional<Path> config = Optional.empty();

    @Option(names = "--no-config", description = "No settings file, not even the one at the root or of base.")
    boolean noConfig;

    int threads() {
        int number = threads.orElse(Runtime.getRuntime().availableProcessors());
        if (number < 1) {
            throw new UsageException("--threads must be at least 1.");
        }
        return number;
    }

    /** @throws UsageException for names that nothing has, before anything is read */
    void check() {
        new RuleNames(RuleCatalog.installed()).check(rules, packs);
        threads();
        settings().check();
    }

    /** With the settings at the root of the project, or those of the command line. */
    ScanRequest request(Project project, Terminal terminal) {
        return request(project, settings().at(project.root(), RuleCatalog.installed()), terminal);
    }

    ScanRequest request(Project project, ProjectSettings settings, Terminal terminal) {
        return new ScanRequest(project, RuleCatalog.installed(settings.options()), rules, packs, include, exclude,
            threads(), new Progress(terminal, System::nanoTime), settings);
    }

    SettingsSource settings() {
        return new SettingsSource(config, noConfig);
    }

    List<Path> classes() {
        return paths(classes);
    }

    List<Path> classpath() {
        return paths(classpath);
    }

    private static List<Path> paths(List<String> lists) {
        return lists.stream()
            .flatMap(list -> Stream.of(list.split(File.pathSeparator)))
            .filter(path -> !path.isBlank())
            .flatMap(AnalysisOptions::expanded)
            .toList();
    }

    private static Stream<Path> expanded(String path) {
        if (!path.endsWith("*")) {
            return Stream.of(Path.of(path));
        }
        Path folder = Path.of(path.substring(0, path.length() - 1));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException absent) {
            return Stream.of(folder); // which then is said not to exist
        }
    }
}
