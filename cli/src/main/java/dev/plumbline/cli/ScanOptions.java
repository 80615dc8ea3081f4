package dev.plumbline.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options of a scan. The Maven plugin has parameters of the same names. */
final class ScanOptions {

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
        description = "How to write the report: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Format format = Format.text;

    @Option(names = "--output", paramLabel = "FILE", defaultValue = "-",
        description = "Where to write the report; '-' is standard output (default: ${DEFAULT-VALUE}).")
    String output = "-";

    @Option(names = "--rules", paramLabel = "IDS", split = ",",
        description = "Run these rules only, previews among them; separated by commas.")
    List<String> rules = new ArrayList<>();

    @Option(names = "--packs", paramLabel = "IDS", split = ",",
        description = "Run rules of these packs only; separated by commas.")
    List<String> packs = new ArrayList<>();

    @Option(names = "--include", paramLabel = "GLOB",
        description = "Report on files that match only, as in 'app/**/*.java'; may be repeated.")
    List<String> include = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "GLOB",
        description = "Leave out files that match; may be repeated.")
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

    @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "error",
        description = "The least severity that gives exit code 1: ${COMPLETION-CANDIDATES} (default: "
            + "${DEFAULT-VALUE}).")
    FailOn failOn = FailOn.error;

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
            .flatMap(ScanOptions::expanded)
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
