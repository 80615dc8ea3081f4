package dev.plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.verdict.ObservedRate.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ObservedRateTest {

    private static final Set<String> RULES = Set.of("race");

    @Test
    void findingsArePerThousandLinesAndPerChange() {
        List<HumanChange> changes = changes(List.of(1, 0, 2), 500);
        assertEquals(2, ObservedRate.perThousandLines(changes, RULES).rate());
        assertEquals(1, ObservedRate.perChange(changes, RULES).rate());
        assertEquals(0, ObservedRate.perChange(changes, Set.of("leak")).rate());
    }

    @Test
    void nothingMeasuredHasNoInterval() {
        ObservedRate none = ObservedRate.perThousandLines(List.of(), RULES);
        assertEquals(Optional.empty(), none.interval());
        assertEquals(Optional.empty(), none.ratioTo(ObservedRate.perChange(changes(List.of(1), 10), RULES)));
    }

    @Test
    void nothingFoundReachesDownToNone() {
        Interval interval = ObservedRate.perThousandLines(changes(List.of(0, 0), 500), RULES).interval().orElseThrow();
        assertEquals(0, interval.low());
        assertEquals(1.92, interval.high(), 0.01);
    }

    @Test
    void theSameFindingsInOneChangeSayLess() {
        Interval even = interval(List.of(2, 2, 2, 2, 2, 2, 2, 2));
        Interval uneven = interval(List.of(16, 0, 0, 0, 0, 0, 0, 0));
        assertTrue(uneven.high() > even.high() && uneven.low() < even.low());
    }

    @Property(tries = 200)
    void theRateLiesInItsInterval(@ForAll @Size(min = 2, max = 40) List<@IntRange(max = 4) Integer> counts) {
        ObservedRate rate = ObservedRate.perThousandLines(changes(counts, 300), RULES);
        Interval interval = rate.interval().orElseThrow();
        assertTrue(interval.low() <= rate.rate() && rate.rate() <= interval.high());
    }

    @Property(tries = 200)
    void aRatioToItselfMayBeOne(@ForAll @Size(min = 2, max = 40) List<@IntRange(max = 4) Integer> counts) {
        ObservedRate rate = ObservedRate.perThousandLines(changes(counts, 300), RULES);
        Interval interval = rate.ratioTo(rate).orElseThrow();
        assertTrue(interval.low() < 1 && interval.high() > 1);
    }

    private static Interval interval(List<Integer> counts) {
        return ObservedRate.perThousandLines(changes(counts, 500), RULES).interval().orElseThrow();
    }

    private static List<HumanChange> changes(List<Integer> counts, int lines) {
        List<HumanChange> changes = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            changes.add(new HumanChange(HumanChanges.MEMORY, "change " + i, lines,
                new TreeMap<>(Map.of("race", counts.get(i)))));
        }
        return changes;
    }
}
