package dev.plumbline.cli;

import dev.plumbline.engine.Accepted;
import dev.plumbline.engine.KeptBaseline;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.engine.Sides;
import dev.plumbline.project.Project;
import dev.plumbline.verdict.BaselineFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps the file of findings that a team has agreed to live with. */
@Command(name = "baseline", synopsisSubcommandLabel = "COMMAND",
    description = "Keep the file of findings that the team lives with.")
final class BaselineCommand implements Callable<Integer> {

    private final Terminal terminal;

    private BaselineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine commands(Terminal terminal) {
        return new CommandLine(new BaselineCommand(terminal))
            .addSubcommand(new Create(terminal))
            .addSubcommand(new Prune(terminal));
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, terminal.err());
        return ExitCode.USAGE.number();
    }

    /** What both need: a scan, and the file it is held against. */
    static final class Source {

        @Parameters(arity = "0..1", paramLabel = "PATH", defaultValue = ".",
            description = "What to scan (default: the working folder).")
        private Path path = Path.of(".");

        @Option(names = "--file", paramLabel = "FILE",
            description = "The file of findings (default: plumbline-baseline.txt at the root).")
        private Optional<Path> file = Optional.empty();

        @Mixin
        private AnalysisOptions analysis = new AnalysisOptions();

        @Mixin
        private OtherToolsOptions others = new OtherToolsOptions();

        Project project() {
            analysis.check();
            return Project.discover(new Project.Request(List.of(path), analysis.classes(), analysis.classpath()));
        }

        Report scan(Project project, Terminal terminal) {
            return Scan.run(analysis.request(project, terminal), others.sources(terminal));
        }

        Path file(Project project) {
            return file.orElse(project.root().resolve(Sides.BASELINE));
        }
    }

    /** Writes the file. */
    @Command(name = "create", description = "Write all findings of a scan to a new file.")
    static final class Create implements Callable<Integer> {

        @Mixin
        private Source source = new Source();

        private final Terminal terminal;

        Create(Terminal terminal) {
            this.terminal = terminal;
        }

        /** A file that is there already stays as it is: a new defect shall not slip in. */
        @Override
        public Integer call() {
            Project project = source.project();
            Path file = source.file(project);
            KeptBaseline.checkAbsent(file);
            Report report = source.scan(project, terminal);
            KeptBaseline.create(file, report).done().forEach(terminal.out()::println);
            return exit(report, terminal);
        }
    }

    /** Shortens the file. */
    @Command(name = "prune", description = "Take out of the file what a scan does not find any more; add nothing.")
    static final class Prune implements Callable<Integer> {

        @Mixin
        private Source source = new Source();

        private final Terminal terminal;

        Prune(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            Project project = source.project();
            Path file = source.file(project);
            BaselineFile before = Accepted.read(file);
            Report report = source.scan(project, terminal);
            KeptBaseline.prune(file, before, report, project.root()).done().forEach(terminal.out()::println);
            return exit(report, terminal);
        }
    }

    private static int exit(Report report, Terminal terminal) {
        if (report.isIncomplete()) {
            terminal.err().println("plumbline: not everything was analysed; `plumbline scan` says what.");
        }
        return (report.isIncomplete() ? ExitCode.INCOMPLETE : ExitCode.CLEAN).number();
    }
}
