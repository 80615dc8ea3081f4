package dev.plumbline.history;

import dev.plumbline.engine.Review;
import dev.plumbline.engine.Sides;
import dev.plumbline.finding.UsageException;
import dev.plumbline.program.Workers;
import dev.plumbline.revision.Attribution.Group;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.MeasuredRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The commits of a history, measured, each by one thread:
 *
 * <ol>
 * <li>who wrote it; machines and unproven mentions of an assistant are left out;
 * <li>whether it says anything: it has main Java code, and not too much of it;
 * <li>what it introduced, read from git's objects alone, unless that is known from an earlier run.
 * </ol>
 *
 * @param rules measured, with their digests
 * @param people what their commits introduced, in order of their names
 * @param assistants the same of commits that name an assistant
 * @param leftOut how many commits were not measured, by the reason, for people to read
 * @param failures commits that could not be measured, and why
 */
public record Calibration(SortedMap<String, String> rules, List<HumanChange> people, List<HumanChange> assistants,
        SortedMap<String, Integer> leftOut, List<String> failures) {

    private static final String WITHOUT_CODE = "without main Java code";
    private static final String HUGE = "with more than " + Commit.MOST_FILES + " files or " + Commit.MOST_LINES
        + " lines of code";

    /** Told how far a run is. Called by many threads, one at a time. */
    public interface Progress {

        /**
         * @param done commits that are finished
         * @param measured those of them that took time, since they were not known from an earlier run
         * @param all commits to measure
         */
        void at(int done, int measured, int all);

        /** A commit was measured; called by many threads at once. */
        default void seen(Commit commit, Review review) {
        }
    }

    /** What became of one commit. */
    private record Outcome(Optional<HumanChange> change, String leftOut, String failure) {
    }

    public Calibration {
        people = people.stream().sorted().toList();
        assistants = assistants.stream().sorted().toList();
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        failures = List.copyOf(failures);
    }

    /** @param threads how many commits are measured at a time */
    public static Calibration of(List<Commit> history, Measuring measuring, List<Path> classpath, int threads,
            Progress progress) {
        SortedMap<String, Integer> leftOut = new TreeMap<>();
        List<Commit> fit = fit(history, leftOut, threads);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger measured = new AtomicInteger();
        List<Outcome> outcomes = Workers.of(threads).map(fit, commit -> {
            boolean isKnown = measuring.missing(commit.name()).isEmpty();
            Outcome outcome = isKnown ? known(commit, measuring)
                : measured(commit, measuring, classpath, progress);
            synchronized (progress) {
                progress.at(done.incrementAndGet(), isKnown ? measured.get() : measured.incrementAndGet(), fit.size());
            }
            return outcome;
        });
        Map<Group, List<HumanChange>> changes = new EnumMap<>(Group.class);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < fit.size(); i++) {
            Outcome outcome = outcomes.get(i);
            List<HumanChange> group = changes.computeIfAbsent(fit.get(i).group(), one -> new ArrayList<>());
            outcome.change().ifPresent(group::add);
            if (!outcome.leftOut().isEmpty()) {
                leftOut.merge(outcome.leftOut(), 1, Integer::sum);
            }
            if (!outcome.failure().isEmpty()) {
                failures.add(fit.get(i).name() + ": " + outcome.failure());
            }
        }
        return new Calibration(measuring.digests(), changes.getOrDefault(Group.HUMAN, List.of()),
            changes.getOrDefault(Group.AI, List.of()), leftOut, failures);
    }

    /** What to hold later changes against. */
    public HumanChanges ledger() {
        return new HumanChanges(rules.entrySet().stream()
            .map(rule -> new MeasuredRule(rule.getKey(), rule.getValue(), HumanChanges.MEMORY)).toList(), people);
    }

    private static List<Commit> fit(List<Commit> history, SortedMap<String, Integer> leftOut, int threads) {
        List<String> reasons = Workers.of(threads).map(history, commit -> switch (commit.group()) {
            case BOT -> "of bots";
            case UNCLEAR -> "that may or may not be an assistant's";
            case HUMAN, AI -> switch (commit.fitness()) {
                case WITHOUT_CODE -> WITHOUT_CODE;
                case HUGE -> HUGE;
                case MEASURABLE -> "";
            };
        });
        List<Commit> fit = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            if (reasons.get(i).isEmpty()) {
                fit.add(history.get(i));
            } else {
                leftOut.merge(reasons.get(i), 1, Integer::sum);
            }
        }
        return fit;
    }

    /** One commit that is too much for the engine does not end a run over thousands. */
    private static Outcome measured(Commit commit, Measuring measuring, List<Path> classpath,
            Progress progress) {
        try {
            Sides sides = commit.sides(classpath);
            if (Commit.isHuge(sides.change())) {
                return new Outcome(Optional.empty(), HUGE, "");
            }
            progress.seen(commit, measuring.measure(commit.name(), sides));
            return known(commit, measuring);
        } catch (UsageException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return new Outcome(Optional.empty(), "", e.toString());
        }
    }

    private static Outcome known(Commit commit, Measuring measuring) {
        HumanChange change = measuring.change(commit.name());
        return change.lines() == 0
            ? new Outcome(Optional.empty(), WITHOUT_CODE, "")
            : new Outcome(Optional.of(change), "", "");
    }
}
