package dev.plumbline.cli;

import dev.plumbline.engine.FindingSource;
import dev.plumbline.engine.Review;
import dev.plumbline.engine.ReviewRequest;
import dev.plumbline.engine.Sides;
import dev.plumbline.finding.UsageException;
import dev.plumbline.report.ReportFile;
import dev.plumbline.report.ReviewFormat;
import dev.plumbline.report.ReviewMarkdown;
import dev.plumbline.revision.GitRepository;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rules.people.ShippedChanges;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges a change. */
@Command(name = "pr", description = "Judge a change: what it introduces, and how that compares with people's changes.")
final class PrCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "PROJECT", defaultValue = ".",
        description = "A folder of the git work tree (default: the working folder).")
    private Path folder = Path.of(".");

    @Option(names = "--base", paramLabel = "REF",
        description = "The branch the change is for; it is compared with where it left that branch (default: the "
            + "remote's default branch).")
    private Optional<String> base = Optional.empty();

    @Option(names = "--head", paramLabel = "REF",
        description = "What the change leads to (default: the work tree, with what is not committed yet).")
    private Optional<String> head = Optional.empty();

    @Option(names = "--base-dir", paramLabel = "FOLDER",
        description = "The project before the change, where there is no git; needs --head-dir.")
    private Optional<Path> baseFolder = Optional.empty();

    @Option(names = "--head-dir", paramLabel = "FOLDER", description = "The project after the change.")
    private Optional<Path> headFolder = Optional.empty();

    @Option(names = "--base-classes", paramLabel = "PATH",
        description = "Class folders or jars of --base-dir; may be repeated.")
    private List<Path> baseClasses = List.of();

    @Mixin
    private AnalysisOptions analysis = new AnalysisOptions();

    @Mixin
    private OtherToolsOptions others = new OtherToolsOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
        description = "How to write the judgement: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ReviewFormat format = ReviewFormat.text;

    @Option(names = "--report", paramLabel = "FORMAT=FILE",
        description = "Write the judgement to this file, too, in this format; may be repeated.")
    private Map<ReviewFormat, Path> report = new EnumMap<>(ReviewFormat.class);

    private final Terminal terminal;

    PrCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        analysis.check();
        List<FindingSource> sources = others.sources(terminal);
        if (baseFolder.isPresent() != headFolder.isPresent()) {
            throw new UsageException("--base-dir and --head-dir go together; name both.");
        }
        if (baseFolder.isPresent()) {
            return judge(Sides.of(baseFolder.get(), headFolder.orElseThrow(), baseClasses, analysis.classes(),
                analysis.classpath()), sources);
        }
        try (GitRepository repository = GitRepository.containing(folder)) {
            return judge(Sides.of(repository, folder, base, head, analysis.classes(), analysis.classpath()),
                sources);
        }
    }

    private int judge(Sides sides, List<FindingSource> sources) {
        Review review = Review.of(ReviewRequest.of(sides,
            ShippedChanges.yardstick(sides.people(), RuleCatalog.installed()), analysis.settings(),
            settings -> analysis.request(sides.head(), settings, terminal)), sources);
        report.forEach((other, file) -> ReportFile.write(file, other.writer(false).write(review)));
        String text = format.writer(output.isColoured(terminal)).write(review);
        output.write(text, review.comparison().introduced().size(), terminal);
        StepSummary summary = new StepSummary(terminal);
        if (format == ReviewFormat.github && summary.isWanted()) {
            summary.add(ReviewMarkdown.comment().write(review));
        }
        return ExitCode.of(review).number();
    }
}
