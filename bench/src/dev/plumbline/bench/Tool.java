package dev.plumbline.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One line of the table.
 *
 * @param id for the command line
 * @param arguments of {@code java}
 * @param report the file that the tool writes
 * @param finding which lines of the report are one finding each
 */
record Tool(String id, String name, List<String> arguments, Path report, Predicate<String> finding) {

    /** With every installed rule, previews among them. Exits with 0 when everything was analysed. */
    static Tool plumbline(Setup at, Subject subject, List<String> rules) {
        Path report = at.work().resolve("plumbline.txt");
        return new Tool("plumbline", "Plumbline, all " + rules.size() + " rules", List.of(
            "-XX:TieredStopAtLevel=1", "-jar", at.plumbline().toString(), "scan", subject.jar().toString(), subject.sources().toString(),
            "--classpath", subject.classpath(), "--rules", String.join(",", rules), "--threads", at.threads(),
            "--fail-on", "none", "--output", report.toString()), report,
            line -> line.matches("(error|warning|note): .*"));
    }

    static Tool floor(Setup at, Subject subject) {
        return new Tool("floor", "parsing and frames alone", List.of("-cp",
            at.target().resolve("classes") + File.pathSeparator + at.plumbline(), Floor.class.getName(),
            subject.jar().toString(), subject.sources().toString(), at.threads()),
            at.work().resolve("floor.txt"), line -> false);
    }

    static Tool pmd(Setup at, Subject subject) {
        Path report = at.work().resolve("pmd.txt");
        return new Tool("pmd", "PMD, multithreading + errorprone", List.of("-cp",
            at.target().resolve("pmd") + "/*", "net.sourceforge.pmd.cli.PmdCli", "check",
            "--dir", subject.sources().toString(), "--rulesets",
            "category/java/multithreading.xml,category/java/errorprone.xml",
            "--aux-classpath", subject.classpathWithItself(), "--threads", at.threads(), "--no-cache",
            "--no-progress", "--no-fail-on-violation", "--no-fail-on-error", "--format", "text",
            "--report-file", report.toString()), report, line -> !line.isBlank());
    }

    static Tool spotbugs(Setup at, Subject subject) {
        Path report = at.work().resolve("spotbugs.txt");
        return new Tool("spotbugs", "SpotBugs, default effort", List.of("-cp",
            at.target().resolve("spotbugs") + "/*", "edu.umd.cs.findbugs.FindBugs2", "-effort:default", "-auxclasspath",
            subject.classpath(), "-output", report.toString(), subject.jar().toString()), report,
            line -> !line.isBlank());
    }

    /** All tools get the same virtual machine with the same collector; Plumbline also what its launcher gives it. */
    List<String> command(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseParallelGC");
        command.addAll(options);
        command.addAll(arguments);
        return command;
    }

    /**
     * Where things are.
     *
     * @param target what was fetched and compiled
     * @param plumbline the executable jar
     * @param work for reports and logs
     * @param threads for the tools that take a number
     */
    record Setup(Path target, Path plumbline, Path work, String threads) {
    }
}
