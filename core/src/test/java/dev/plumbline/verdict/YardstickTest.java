package dev.plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class YardstickTest {

    private static final Map<String, String> NOW = Map.of("race", "a1", "leak", "b1");
    private static final HumanChanges SHIPPED = new HumanChanges(List.of(
        rule("race", "a1", HumanChanges.MEMORY), rule("leak", "b1", HumanChanges.MEMORY),
        rule("race", "a1", HumanChanges.CLASSES)),
        List.of(new HumanChange(HumanChanges.MEMORY, "shipped", 10_000, counts("race", 5)),
            new HumanChange(HumanChanges.CLASSES, "release", 10_000, counts("race", 7))));

    @Test
    void theTeamsOwnChangesAreUsedWhenTheyAreEnough() {
        Yardstick own = Yardstick.of(SHIPPED, team(212, 250, 30, "a1"), NOW);
        assertEquals(212, own.people().changes(HumanChanges.MEMORY).size());
        assertEquals("Measured against 212 changes of this team.", own.sentence(memory()));
        assertEquals(List.of(), own.caveats(memory()));
    }

    @Test
    void fewOfThemArePooledWithTheShippedOnes() {
        Yardstick both = Yardstick.of(SHIPPED, team(100, 400, 30, "a1"), NOW);
        assertEquals(101, both.people().changes(HumanChanges.MEMORY).size());
        assertEquals("Measured against 100 changes of this team and the shipped human changes.",
            both.sentence(memory()));
    }

    @Test
    void fewFindingsArePooledHoweverManyTheLines() {
        assertEquals(101, Yardstick.of(SHIPPED, team(100, 10_000, 19, "a1"), NOW).people()
            .changes(HumanChanges.MEMORY).size());
    }

    @Test
    void aChangeWithClassFilesIsNotHeldAgainstChangesWithout() {
        Yardstick own = Yardstick.of(SHIPPED, team(212, 250, 30, "a1"), NOW);
        assertEquals(SHIPPED.changes(HumanChanges.CLASSES), own.people().changes(HumanChanges.CLASSES));
        assertEquals("Measured against the shipped human changes: those of this team were measured without class files,"
            + " this change with them.", own.sentence(exposure(HumanChanges.CLASSES)));
        assertEquals(List.of(), own.caveats(exposure(HumanChanges.CLASSES)));
    }

    @Test
    void aRuleThatHasChangedSinceCountsInNoRatioAndTheCaveatNamesTheCommand() {
        Yardstick own = Yardstick.of(SHIPPED, team(212, 250, 30, "a0"), NOW);
        assertEquals(Map.of("leak", "b1"), own.people().measured(HumanChanges.MEMORY));
        assertEquals(List.of("One rule is not what this team's changes were measured with (race); run"
            + " `plumbline calibrate` to measure them again."), own.caveats(memory()));
    }

    @Test
    void aFileOfWhichNothingHoldsAnyMoreLeavesTheShippedOnes() {
        Yardstick own = Yardstick.of(SHIPPED, team(212, 250, 30, "a1"), Map.of("race", "a2", "leak", "b2"));
        assertEquals(SHIPPED.changes(HumanChanges.MEMORY), own.people().changes(HumanChanges.MEMORY));
        assertEquals("Measured against the shipped human changes.", own.sentence(memory()));
        assertTrue(own.caveats(memory()).get(0).contains("(leak, race)"));
    }

    @Test
    void aChangeThatIsInBothCountsOnce() {
        HumanChanges team = new HumanChanges(SHIPPED.rules(), SHIPPED.changes());
        assertEquals(SHIPPED, Yardstick.of(SHIPPED, team, NOW).people());
    }

    @Test
    void withoutAFileTheShippedOnesAreUsed() {
        assertEquals("Measured against the shipped human changes.", Yardstick.shipped(SHIPPED).sentence(memory()));
        assertEquals("", Yardstick.none().sentence(memory()));
    }

    /** Pooling weighs by lines, so neither side can push the rate beyond what one of the two has. */
    @Property(tries = 200)
    void aPooledRateLiesBetweenTheTwo(@ForAll @IntRange(min = 1, max = 80) int changes,
            @ForAll @IntRange(min = 1, max = 500) int lines, @ForAll @IntRange(max = 19) int findings) {
        double own = findings * 1000.0 / (changes * lines);
        double shipped = 0.5;
        HumanChanges people = Yardstick.of(SHIPPED, team(changes, lines, findings, "a1"), NOW).people();
        double pooled = HumanRates.of(people, HumanChanges.MEMORY, NOW.keySet(), rule -> "pack").total();
        assertTrue(pooled >= Math.min(own, shipped) - 1e-9 && pooled <= Math.max(own, shipped) + 1e-9);
    }

    /** Whatever a team writes down of rules as they were, no count of it is ever used. */
    @Property(tries = 200)
    void countsOfOtherEditionsOfARuleAreNeverUsed(@ForAll @IntRange(min = 1, max = 300) int changes,
            @ForAll @IntRange(min = 1, max = 500) int lines, @ForAll @IntRange(max = 100) int findings) {
        HumanChanges people = Yardstick.of(SHIPPED, team(changes, lines, findings, "a0"), NOW).people();
        assertTrue(people.changes(HumanChanges.MEMORY).stream()
            .allMatch(change -> change.change().equals("shipped") || change.introduced().isEmpty()));
    }

    private static HumanChanges team(int changes, int lines, int findings, String digest) {
        List<HumanChange> all = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            int own = findings / changes + (i < findings % changes ? 1 : 0);
            all.add(new HumanChange(HumanChanges.MEMORY, "2025-01-01 " + i, lines, counts("race", own)));
        }
        return new HumanChanges(List.of(rule("race", digest, HumanChanges.MEMORY),
            rule("leak", "b1", HumanChanges.MEMORY)), all);
    }

    private static MeasuredRule rule(String id, String digest, String layer) {
        return new MeasuredRule(id, digest, layer);
    }

    private static SortedMap<String, Integer> counts(String rule, int count) {
        return new TreeMap<>(Map.of(rule, count));
    }

    private static Exposure memory() {
        return exposure(HumanChanges.MEMORY);
    }

    private static Exposure exposure(String layer) {
        return new Exposure(new TreeMap<>(Map.of(layer, 100)), 0);
    }
}
