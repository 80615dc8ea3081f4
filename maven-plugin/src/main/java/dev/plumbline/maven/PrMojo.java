package dev.plumbline.maven;

import dev.plumbline.engine.Review;
import dev.plumbline.engine.ReviewRequest;
import dev.plumbline.engine.Sides;
import dev.plumbline.report.ReviewFormat;
import dev.plumbline.revision.GitRepository;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rules.people.ShippedChanges;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Judges the change in git, over all modules of the build: what it introduces, and how that compares with people's
 * changes. Fails the build when the change fails the gate.
 */
@Mojo(name = "pr", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, aggregator = true)
public final class PrMojo extends AnalysisParameters {

    /**
     * The branch the change is for; it is compared with where it left that branch. By default the remote's default
     * branch.
     */
    @Parameter(property = "plumbline.base")
    private String base;

    /** What the change leads to; by default the work tree, with what is not committed yet. */
    @Parameter(property = "plumbline.head")
    private String head;

    /** How to write the judgement; text goes to the log, annotations for github to the output, the rest to a file. */
    @Parameter(property = "plumbline.format", defaultValue = "text")
    private ReviewFormat format;

    /** Where to write the judgement; without it, text goes to the log, and other formats below the build folder. */
    @Parameter(property = "plumbline.output")
    private File output;

    /** Write the judgement to these files, too: each a format, "=" and a file, as in json=target/change.json. */
    @Parameter(property = "plumbline.report")
    private List<String> report = List.of();

    /** Whether a change that was not wholly seen fails the build; if not, it is a warning. */
    @Parameter(property = "plumbline.failOnIncomplete", defaultValue = "true")
    private boolean failOnIncomplete;

    @Override
    void analyse() throws MojoExecutionException, MojoFailureException {
        oncePerReactor(() -> judge(review()));
    }

    @Override
    void skipped() throws MojoExecutionException, MojoFailureException {
        notInThisModule();
    }

    private Review review() {
        try (GitRepository repository = GitRepository.containing(project().getBasedir().toPath())) {
            Sides sides = Sides.of(repository, reactor().project(analysis(), getLog()), Optional.ofNullable(base),
                Optional.ofNullable(head));
            Analysis analysis = analysis();
            Review review = Review.of(ReviewRequest.of(sides,
                ShippedChanges.yardstick(sides.people(), RuleCatalog.installed()), analysis.settings(),
                settings -> analysis.request(sides.head(), settings)), others());
            new Destination<>(ReviewFormat.class, format, Optional.ofNullable(output).map(File::toPath), report,
                project()).write(kind -> kind.writer(false).write(review),
                    review.report().findings().isEmpty() && !review.hasFailed() && !review.isWithheld(), getLog());
            return review;
        }
    }

    private void judge(Review review) throws MojoFailureException {
        if (review.hasFailed()) {
            throw new MojoFailureException("The change fails the gate; what it introduces is listed above.");
        }
        if (review.isWithheld()) {
            throw new MojoFailureException("Too little of the change was analysed for a verdict; the notices above say"
                + " what is missing.");
        }
        Completeness.of(review.report()).judge(failOnIncomplete, getLog());
    }
}
