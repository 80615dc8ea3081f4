package dev.plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ScoreTest {

    /** Per KLOC, with classes: 2 leaks, 1 race, no quiet. In memory: 4 leaks and 1 race. */
    private static final HumanChanges PEOPLE = LedgerText.read("human.tsv", """
        rule\tleak\t1\tclasses
        rule\trace\t1\tclasses
        rule\tquiet\t1\tclasses
        rule\tleak\t1\tmemory
        rule\trace\t1\tmemory
        classes\ta\t1000\tleak=1
        classes\tb\t1000\tleak=6 race=4
        classes\tc\t1000
        classes\td\t1000\tleak=1
        memory\te\t1000\tleak=8 race=2
        memory\tf\t1000
        """);
    private static final Set<String> RULES = Set.of("leak", "race", "quiet", "fresh");

    @Example
    void theArithmeticIsASentence() {
        Score score = score(7, 0, 0, 940, 0, 0);
        assertEquals(
            "7 introduced in 940 changed lines; a human change of that size brings 2.8; the 1.7x line is 4.8.",
            score.sentence());
        assertEquals(
            "1 introduced in 1 changed line; a human change of that size brings less than 0.01; the 1.7x line is"
                + " less than 0.01.",
            score(1, 0, 0, 1, 0, 0).sentence());
        assertEquals(
            "0 introduced in 100 changed lines; a human change of that size brings 0.30; the 1.7x line is 0.51.",
            score(0, 0, 0, 100, 0, 0).sentence());
    }

    @Example
    void verdictsFollowTheCount() {
        assertEquals(Verdict.LIKE_HUMAN, score(3, 0, 0, 1000, 0, 0).verdict());
        assertEquals(Verdict.ABOVE_HUMAN, score(5, 0, 0, 1000, 0, 0).verdict());
        assertEquals(Verdict.BEYOND_AI, score(12, 0, 0, 1000, 0, 0).verdict());
    }

    @Example
    void nothingChangedOrTooMuchUnseenIsWithheldWithItsReason() {
        assertWithheld("No line of main code was changed; there is nothing to score.", score(1, 0, 0, 0, 0, 0));
        assertWithheld("21 of 101 changed lines could not be analysed; with more than a fifth missing no score would be"
            + " fair.", score(1, 0, 0, 80, 0, 21));
        assertWithheld("5 of 5 changed lines could not be analysed; with more than a fifth missing no score would be"
            + " fair.", score(1, 0, 0, 0, 0, 5));
        assertEquals(Verdict.LIKE_HUMAN, score(0, 0, 0, 80, 0, 20).verdict());
    }

    @Example
    void withoutAHumanRateThereIsNothingToCompareWith() {
        Exposure exposure = exposure(100, 0, 0);
        Comparison one = Defects.comparison(Defects.introduced("fresh", 1));
        assertWithheld("None of the rules of this scan was measured on people's changes; there is nothing to compare"
            + " with.", Score.of(one, exposure, PEOPLE, Set.of("fresh"), ScoreTest::pack));
        assertWithheld("In people's changes the rules of this scan found nothing; there is nothing to compare with.",
            Score.of(one, exposure, PEOPLE, Set.of("quiet"), ScoreTest::pack));
    }

    @Example
    void aRuleWithoutAHumanRateIsListedAndNotCounted() {
        Score score = Score.of(
            Defects.comparison(Stream.concat(Defects.introduced("leak", 2), Defects.introduced("fresh", 3))),
            exposure(1000, 0, 0), PEOPLE, RULES, ScoreTest::pack);
        assertEquals(2, score.total().orElseThrow().introduced());
        assertEquals(List.of("fresh", "fresh", "fresh"), score.unmeasured().stream().map(Finding::rule).toList());
    }

    @Example
    void whatIsNotMeasuredOnEveryLayerOfTheChangeTakesNoPart() {
        Comparison quiet = Defects.comparison(Defects.introduced("quiet", 1));
        assertEquals(1, Score.of(quiet, exposure(1000, 0, 0), PEOPLE, RULES, ScoreTest::pack).total().orElseThrow()
            .introduced());
        assertEquals(0, Score.of(quiet, exposure(1000, 1, 0), PEOPLE, RULES, ScoreTest::pack).total().orElseThrow()
            .introduced());
    }

    @Example
    void layersAddUpAndShareTheirShape() {
        double classes = score(0, 0, 0, 1000, 0, 0).total().orElseThrow().shape();
        double memory = score(0, 0, 0, 0, 1000, 0).total().orElseThrow().shape();
        Ratio both = score(0, 0, 0, 3000, 1000, 0).total().orElseThrow();
        assertEquals(3 * 3 + 5, both.expected(), 1e-9);
        assertEquals((3 * classes + memory) / 4, both.shape(), 1e-6);
    }

    @Example
    void changesThatVaryLikeChanceComeWithACaveat() {
        HumanChanges even = LedgerText.read("even.tsv",
            "rule\tleak\t1\tclasses\nclasses\ta\t100\tleak=1\nclasses\tb\t100\tleak=1\n");
        Score score = Score.of(Defects.comparison(Stream.of()), exposure(100, 0, 0), even, RULES, ScoreTest::pack);
        assertEquals(
            List.of("The human changes measured with classes are too few, or too alike, to tell how much people's"
                + " changes vary; that was taken from elsewhere."),
            score.caveats());
        assertEquals(10, score.total().orElseThrow().shape(), "so that findings still count");
        assertEquals(List.of(), score(0, 0, 0, 100, 0, 0).caveats());
    }

    @Property(tries = 200)
    void theTotalIsTheSumOverThePacks(@ForAll @IntRange(max = 20) int leaks, @ForAll @IntRange(max = 20) int races,
            @ForAll @IntRange(max = 5000) int classes, @ForAll @IntRange(min = 1, max = 5000) int memory) {
        Score score = score(leaks, races, 0, classes, memory, 0);
        Ratio total = score.total().orElseThrow();
        assertEquals(Set.of("resources", "concurrency"), score.byPack().keySet());
        assertEquals(total.introduced(), score.byPack().values().stream().mapToInt(Ratio::introduced).sum());
        assertEquals(total.expected(), score.byPack().values().stream().mapToDouble(Ratio::expected).sum(), 1e-9);
    }

    @Property(tries = 200)
    void oneMoreFindingNeverLowersTheScore(@ForAll @IntRange(max = 20) int leaks, @ForAll @IntRange(max = 20) int races,
            @ForAll @IntRange(min = 1, max = 5000) int lines) {
        Score fewer = score(leaks, races, 0, lines, 0, 0);
        Score more = score(leaks + 1, races, 0, lines, 0, 0);
        assertTrue(fewer.verdict().compareTo(more.verdict()) <= 0);
        assertTrue(fewer.total().orElseThrow().mean() <= more.total().orElseThrow().mean());
        assertTrue(fewer.byPack().get("resources").worse() <= more.byPack().get("resources").worse() + 1e-9);
        assertEquals(fewer.byPack().get("concurrency"), more.byPack().get("concurrency"));
    }

    private static void assertWithheld(String reason, Score score) {
        assertEquals(Verdict.WITHHELD, score.verdict());
        assertEquals(Optional.empty(), score.total());
        assertEquals(new TreeMap<>(), score.byPack());
        assertEquals(reason, score.sentence());
    }

    private static Score score(int leaks, int races, int quiet, int classes, int memory, int unanalysed) {
        return Score.of(Defects.comparison(Stream.of(Defects.introduced("leak", leaks),
            Defects.introduced("race", races), Defects.introduced("quiet", quiet)).flatMap(all -> all)),
            exposure(classes, memory, unanalysed), PEOPLE, RULES, ScoreTest::pack);
    }

    private static Exposure exposure(int classes, int memory, int unanalysed) {
        return new Exposure(Defects.counts(HumanChanges.CLASSES, classes, HumanChanges.MEMORY, memory), unanalysed);
    }

    private static String pack(String rule) {
        return switch (rule) {
            case "leak" -> "resources";
            case "race" -> "concurrency";
            default -> "api";
        };
    }
}
