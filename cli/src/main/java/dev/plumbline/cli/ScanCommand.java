package dev.plumbline.cli;

import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.finding.UsageException;
import dev.plumbline.project.Project;
import dev.plumbline.rule.RuleCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scans what it is given and says what it found. */
@Command(name = "scan", description = "Scan projects, folders, files or jars and report defects.")
final class ScanCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "PATH",
        description = "A Maven or Gradle project, a source folder, a .java file, or a jar with its sources jar.")
    private List<Path> paths = List.of();

    @Mixin
    private ScanOptions options = new ScanOptions();

    @Option(names = "--no-color", description = "No colours, even on a terminal; so does NO_COLOR.")
    private boolean noColor;

    private final Terminal terminal;

    ScanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Progress progress = new Progress(terminal, System::nanoTime);
        RuleCatalog catalog = RuleCatalog.installed();
        new Names(catalog).check(options.rules, options.packs);
        int threads = options.threads.orElse(Runtime.getRuntime().availableProcessors());
        if (threads < 1) {
            throw new UsageException("--threads must be at least 1.");
        }
        Project project = Project.discover(new Project.Request(paths, options.classes(), options.classpath()));
        Report report = Scan.run(new ScanRequest(project, catalog, options.rules, options.packs, options.include,
            options.exclude, threads, progress));
        write(report);
        return ExitCode.of(report, options.failOn).number();
    }

    private void write(Report report) {
        boolean toTerminal = options.output.equals("-");
        String text = options.format.writer(toTerminal && !noColor && terminal.wantsColours()).write(report);
        if (toTerminal) {
            terminal.out().print(text);
            terminal.out().flush();
            return;
        }
        Path file = Path.of(options.output);
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException refused) {
            throw new UsageException("The report could not be written to " + file + " (" + refused.getMessage()
                + "); name a file in a folder you may write to.");
        }
        int findings = report.findings().size();
        terminal.err().println("plumbline: " + findings + (findings == 1 ? " finding" : " findings") + ", written to "
            + file + ".");
    }
}
