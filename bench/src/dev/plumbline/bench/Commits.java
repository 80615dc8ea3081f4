package dev.plumbline.bench;

import dev.plumbline.engine.Review;
import dev.plumbline.finding.UsageException;
import dev.plumbline.history.Calibration;
import dev.plumbline.history.Commit;
import dev.plumbline.history.Measuring;
import dev.plumbline.revision.GitRepository;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.ObservedRate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Measures commits of public repositories without their builds: those of people before June 2021 go into the ledger
 * that Plumbline ships, those of assistants into a table beside them.
 *
 * <p>{@code Commits CHECKOUT TSV MIRRORS PER-REPOSITORY SEED OUTPUT}: the list names commits by repository, hash, date
 * and group; the mirror of {@code owner/name} is {@code MIRRORS/owner+name/repo}. Of each repository and group so many
 * commits with main Java code are drawn. What was measured before is not measured again. Every finding is printed.
 */
final class Commits {

    private static final String PEOPLE = "human_pre2021";
    private static final String ASSISTANTS = "ai";
    private static final int SHORT = 10;

    /** What was measured of one group. */
    private record Group(String repository, String name, List<HumanChange> changes) {
    }

    private final Path mirrors;
    private final int drawn;
    private final long seed;
    private final Measuring measuring;
    private final Set<String> rules = RuleCatalog.installed().rules().stream()
        .filter(card -> !card.info().preview()).map(RuleCard::id).collect(Collectors.toSet());

    private Commits(Path mirrors, int drawn, long seed, Measuring measuring) {
        this.mirrors = mirrors;
        this.drawn = drawn;
        this.seed = seed;
        this.measuring = measuring;
    }

    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of(arguments[0]);
        HumanChanges ledger = Ledger.of(checkout);
        Measuring measuring = Ledger.measuring(checkout, ledger, HumanChanges.MEMORY, 1);
        Commits commits = new Commits(Path.of(arguments[2]), Integer.parseInt(arguments[3]),
            Long.parseLong(arguments[4]), measuring);
        List<Group> groups = new ArrayList<>();
        for (Map.Entry<String, Map<String, List<String>>> repository : listed(Path.of(arguments[1])).entrySet()) {
            groups.addAll(commits.measured(repository.getKey(), repository.getValue()));
        }
        List<HumanChange> people = groups.stream().filter(group -> group.name().equals(PEOPLE))
            .flatMap(group -> group.changes().stream()).toList();
        Ledger.write(checkout, ledger, HumanChanges.MEMORY, measuring, people);
        Files.writeString(Path.of(arguments[5]), commits.table(groups), StandardCharsets.UTF_8);
    }

    /** Hashes by repository and group, sorted. */
    private static Map<String, Map<String, List<String>>> listed(Path file) throws IOException {
        Map<String, Map<String, List<String>>> commits = new TreeMap<>();
        try (InputStream plain = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).map(line -> line.split("\t")).forEach(fields -> commits
                .computeIfAbsent(fields[0], repository -> new TreeMap<>())
                .computeIfAbsent(fields[3], group -> new ArrayList<>()).add(fields[1]));
        }
        commits.values().forEach(groups -> groups.values().forEach(Collections::sort));
        return commits;
    }

    private List<Group> measured(String repository, Map<String, List<String>> commits) {
        Path mirror = mirrors.resolve(repository.replace('/', '+')).resolve("repo");
        if (!Files.isDirectory(mirror)) {
            System.err.println(repository + ": there is no mirror " + mirror);
            return List.of();
        }
        try (GitRepository git = GitRepository.at(mirror)) {
            return List.of(
                new Group(repository, PEOPLE, calibration(repository, PEOPLE, commits, git).people()),
                new Group(repository, ASSISTANTS, calibration(repository, ASSISTANTS, commits, git).assistants()));
        }
    }

    private Calibration calibration(String repository, String group, Map<String, List<String>> commits,
            GitRepository git) {
        List<Commit> sample = sample(repository, group, commits.getOrDefault(group, List.of()), git);
        long start = System.nanoTime();
        Calibration calibration = Calibration.of(sample, measuring, List.of(),
            Runtime.getRuntime().availableProcessors(), new Calibration.Progress() {
                @Override
                public void at(int done, int measured, int all) {
                }

                @Override
                public void seen(Commit commit, Review review) {
                    print(commit, group, review);
                }
            });
        System.err.println(repository + " " + group + ": " + sample.size() + " commits, left out "
            + calibration.leftOut() + ", failed " + calibration.failures() + ", "
            + (System.nanoTime() - start) / 1_000_000_000 + " s");
        return calibration;
    }

    /** Whatever else is listed, the same seed draws the same commits of a repository and group. */
    private List<Commit> sample(String repository, String group, List<String> hashes, GitRepository git) {
        List<String> shuffled = new ArrayList<>(hashes);
        Collections.shuffle(shuffled, new Random(seed * 31 + (repository + " " + group).hashCode()));
        List<Commit> sample = new ArrayList<>();
        for (String hash : shuffled) {
            if (sample.size() < drawn) {
                commit(repository, hash, git).ifPresent(sample::add);
            }
        }
        return sample;
    }

    private static Optional<Commit> commit(String repository, String hash, GitRepository git) {
        try {
            Commit commit = new Commit(git, git.commit(hash).info(), repository + " " + hash.substring(0, SHORT));
            return Optional.of(commit).filter(one -> one.fitness() == Commit.Fitness.MEASURABLE);
        } catch (UsageException e) {
            System.err.println(repository + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static void print(Commit commit, String group, Review review) {
        review.comparison().introduced().forEach(one -> System.out.println(commit.name() + "\t" + group + "\t"
            + one.finding().rule() + "\t" + one.where() + "\t" + one.finding().place().path() + ":"
            + one.finding().place().line() + "\t" + one.finding().message()));
    }

    private String table(List<Group> groups) {
        List<HumanChange> people = all(PEOPLE, groups);
        List<HumanChange> assistants = all(ASSISTANTS, groups);
        StringBuilder text = new StringBuilder("# " + drawn + " commits drawn of each repository and group, seed " + seed
            + "; findings of default rules; rates per 1,000 changed lines and per commit, 90 % intervals\n"
            + "repository\tgroup\tcommits\tlines\tfindings\tper_kloc\tlow\thigh\tper_commit\tlow\thigh\n");
        groups.forEach(group -> text.append(row(group)));
        text.append(row(new Group("all", PEOPLE, people))).append(row(new Group("all", ASSISTANTS, assistants)));
        text.append("# ai over " + PEOPLE + ", per line: ")
            .append(ratio(ObservedRate.perThousandLines(assistants, rules),
                ObservedRate.perThousandLines(people, rules)))
            .append("; matched by repository: ").append(matched(groups)).append('\n')
            .append("# ai over " + PEOPLE + ", per commit: ")
            .append(ratio(ObservedRate.perChange(assistants, rules), ObservedRate.perChange(people, rules)))
            .append('\n');
        return text.toString();
    }

    private static List<HumanChange> all(String name, List<Group> groups) {
        return groups.stream().filter(group -> group.name().equals(name)).flatMap(group -> group.changes().stream())
            .toList();
    }

    private String row(Group group) {
        ObservedRate lines = ObservedRate.perThousandLines(group.changes(), rules);
        ObservedRate commits = ObservedRate.perChange(group.changes(), rules);
        return String.join("\t", group.repository(), group.name(), Integer.toString(group.changes().size()),
            Integer.toString(group.changes().stream().mapToInt(HumanChange::lines).sum()),
            Integer.toString(lines.findings()), rate(lines), rate(commits)) + "\n";
    }

    private static String rate(ObservedRate rate) {
        return rate.interval().map(each -> String.format(Locale.ROOT, "%.3f\t%.3f\t%.3f", rate.rate(), each.low(),
            each.high())).orElse("-\t-\t-");
    }

    private static String ratio(ObservedRate one, ObservedRate other) {
        return one.ratioTo(other).map(each -> String.format(Locale.ROOT, "%s (%.2f to %.2f)",
            other.findings() == 0 ? "-" : String.format(Locale.ROOT, "%.2f", one.rate() / other.rate()), each.low(),
            each.high())).orElse("-");
    }

    /** Mantel and Haenszel's ratio: within each repository, and then weighted by how much it can tell. */
    private String matched(List<Group> groups) {
        double above = 0;
        double below = 0;
        for (int i = 0; i < groups.size(); i += 2) {
            ObservedRate people = ObservedRate.perThousandLines(groups.get(i).changes(), rules);
            ObservedRate assistants = ObservedRate.perThousandLines(groups.get(i + 1).changes(), rules);
            double both = Math.max(people.exposure() + assistants.exposure(), 1e-9);
            above += assistants.findings() * people.exposure() / both;
            below += people.findings() * assistants.exposure() / both;
        }
        return below == 0 ? "-" : String.format(Locale.ROOT, "%.2f", above / below);
    }
}
