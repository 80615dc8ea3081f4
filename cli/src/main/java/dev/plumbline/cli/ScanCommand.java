package dev.plumbline.cli;

import dev.plumbline.engine.Accepted;
import dev.plumbline.engine.FindingSource;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.project.Project;
import dev.plumbline.report.ReportFile;
import dev.plumbline.verdict.FailOn;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Scans what it is given and says what it found. */
@Command(name = "scan", description = "Scan projects, folders, files or jars and report defects.")
final class ScanCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "PATH",
        description = "A Maven or Gradle project, a source folder, a .java file, or a jar with its sources jar.")
    private List<Path> paths = List.of();

    @Mixin
    private ScanOptions options = new ScanOptions();

    private final Terminal terminal;

    ScanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        AnalysisOptions analysis = options.analysis;
        analysis.check();
        List<FindingSource> sources = options.others.sources(terminal);
        Project project = Project.discover(new Project.Request(paths, analysis.classes(), analysis.classpath()));
        ScanRequest request = analysis.request(project, terminal);
        Report report = Accepted.of(Scan.run(request, sources), options.baseline, project.root());
        options.report.forEach((format, file) -> ReportFile.write(file, format.writer(false).write(report)));
        String text = options.format.writer(options.output.isColoured(terminal)).write(report);
        options.output.write(text, report.findings().size(), terminal);
        options.format.unsaid(report).forEach(terminal.err()::println);
        return ExitCode.of(report, options.failOn.or(request.settings()::failOn).orElse(FailOn.error)).number();
    }
}
