package dev.plumbline.cli;

import dev.plumbline.engine.Sides;
import dev.plumbline.finding.UsageException;
import dev.plumbline.history.Calibration;
import dev.plumbline.history.Commit;
import dev.plumbline.history.MeasuredSoFar;
import dev.plumbline.history.Measuring;
import dev.plumbline.history.RuleDigests;
import dev.plumbline.revision.CommitInfo;
import dev.plumbline.revision.GitRepository;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rules.people.ShippedChanges;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.LedgerText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a team's own history. */
@Command(name = "calibrate",
    description = "Measure what the team's own commits introduced, for `pr` to hold changes against.")
final class CalibrateCommand implements Callable<Integer> {

    private static final String JOURNAL = ".plumbline/calibrate.journal";

    @Parameters(arity = "0..1", paramLabel = "PROJECT", defaultValue = ".",
        description = "A folder of the git work tree, or a bare repository (default: the working folder).")
    private Path folder = Path.of(".");

    @Option(names = "--since", paramLabel = "DATE", description = "The first day that counts, as in 2025-01-31.")
    private Optional<String> since = Optional.empty();

    @Option(names = "--months", paramLabel = "N", defaultValue = "12",
        description = "How far back to go from the newest commit, without --since (default: ${DEFAULT-VALUE}).")
    private int months = 12;

    @Option(names = "--from", paramLabel = "REF", defaultValue = "HEAD",
        description = "The branch whose history is measured (default: ${DEFAULT-VALUE}).")
    private String from = "HEAD";

    @Option(names = "--output", paramLabel = "FILE",
        description = "The file to write and commit (default: plumbline-people.tsv at the root, where `pr` looks).")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--classpath", paramLabel = "PATHS",
        description = "Dependencies, for more of the code to compile; as in `scan`.")
    private List<String> classpath = List.of();

    @Option(names = "--threads", paramLabel = "N",
        description = "How many commits to measure at a time (default: one per core).")
    private Optional<Integer> threads = Optional.empty();

    private final Terminal terminal;

    CalibrateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        AnalysisOptions analysis = new AnalysisOptions();
        analysis.classpath = classpath;
        analysis.threads = threads;
        analysis.check();
        try (GitRepository repository = GitRepository.containing(folder)) {
            Path file = output.orElseGet(() -> own(repository));
            CommitInfo tip = repository.commit(from).info();
            Instant start = start(tip);
            List<Commit> history = repository.history(from, start).stream()
                .map(info -> Commit.of(repository, info)).toList();
            Measuring measuring = measuring(repository, file);
            Calibration calibration = Calibration.of(history, measuring, analysis.classpath(), analysis.threads(),
                new TimeLeft(terminal, System::nanoTime));
            write(file, header(tip, start) + LedgerText.write(calibration.ledger()));
            new CalibrationText(calibration, RuleCatalog.installed()).lines(history.size(), day(start))
                .forEach(terminal.out()::println);
            terminal.err().println("plumbline: " + calibration.people().size() + " changes written to " + file
                + "; commit it, and `plumbline pr` uses it.");
            return (calibration.failures().isEmpty() ? ExitCode.CLEAN : ExitCode.INCOMPLETE).number();
        }
    }

    private static Path own(GitRepository repository) {
        if (repository.isBare()) {
            throw new UsageException(repository.root() + " is a bare repository; name a file with --output.");
        }
        return repository.root().resolve(Sides.PEOPLE);
    }

    /** The same commits give the same file on any day. */
    private Instant start(CommitInfo tip) {
        try {
            return since.map(LocalDate::parse)
                .orElseGet(() -> LocalDate.ofInstant(tip.time(), ZoneOffset.UTC).minusMonths(months))
                .atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new UsageException("--since is " + since.orElseThrow() + "; write a day as in 2025-01-31.");
        }
    }

    private static Measuring measuring(GitRepository repository, Path file) {
        HumanChanges before = Files.exists(file) ? LedgerText.read(file.toString(), read(file))
            : new HumanChanges(List.of(), List.of());
        RuleCatalog catalog = RuleCatalog.installed();
        return new Measuring(catalog, RuleDigests.of(catalog, ShippedChanges.read()),
            MeasuredSoFar.of(journal(repository, file), before), HumanChanges.MEMORY, 1);
    }

    /** Nobody commits the folder of the journal by mistake: it tells git so itself. */
    private static Path journal(GitRepository repository, Path file) {
        Path home = repository.isBare() ? file.toAbsolutePath().getParent() : repository.root();
        Path journal = home.resolve(JOURNAL);
        Path ignored = journal.resolveSibling(".gitignore");
        if (!Files.exists(ignored)) {
            write(ignored, "*\n");
        }
        return journal;
    }

    private String header(CommitInfo tip, Instant start) {
        return "# What people's changes introduced since " + day(start) + ", up to " + tip.shortId()
            + ": written by `plumbline calibrate`, used by `plumbline pr`.\n";
    }

    private static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException(file + " could not be read (" + e.getMessage() + ").");
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException refused) {
            throw new UsageException(file + " could not be written (" + refused.getMessage()
                + "); name a file in a folder you may write to with --output.");
        }
    }
}
