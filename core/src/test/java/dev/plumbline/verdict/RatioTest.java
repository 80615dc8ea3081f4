package dev.plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class RatioTest {

    private static final double EPSILON = 1e-9;

    @Property
    void oneMoreFindingNeverLowersIt(@ForAll @IntRange(max = 200) int introduced,
            @ForAll @DoubleRange(min = 1e-4, max = 500) @Scale(4) double expected,
            @ForAll @DoubleRange(min = 1e-2, max = 1e4) double shape) {
        assertNotAbove(Ratio.of(introduced, expected, shape), Ratio.of(introduced + 1, expected, shape));
    }

    @Property
    void moreExposureNeverRaisesIt(@ForAll @IntRange(max = 200) int introduced,
            @ForAll @DoubleRange(min = 1e-4, max = 500) @Scale(4) double expected,
            @ForAll @DoubleRange(min = 1, max = 100) double factor,
            @ForAll @DoubleRange(min = 1e-2, max = 1e4) double shape) {
        assertNotAbove(Ratio.of(introduced, expected * factor, shape), Ratio.of(introduced, expected, shape));
    }

    @Property
    void theIntervalIsInOrderAndProbabilitiesAreProbabilities(@ForAll @IntRange(max = 2000) int introduced,
            @ForAll @DoubleRange(min = 0, max = 500) double expected,
            @ForAll @DoubleRange(min = 1e-2, max = 1e4) double shape) {
        Ratio ratio = Ratio.of(introduced, expected, shape);
        assertTrue(0 <= ratio.low() && ratio.low() < ratio.high(), ratio.toString());
        assertTrue(0 <= ratio.beyond() && ratio.beyond() <= ratio.worse() && ratio.worse() <= 1, ratio.toString());
    }

    @Property
    void muchExposureLetsTheCountsSpeak(@ForAll @DoubleRange(min = 0.1, max = 5) double trueRatio,
            @ForAll @DoubleRange(min = 0.1, max = 50) double shape) {
        double expected = 1e6;
        int introduced = (int) (trueRatio * expected);
        Ratio ratio = Ratio.of(introduced, expected, shape);
        assertEquals(introduced / expected, ratio.mean(), 1e-3);
        assertEquals(ratio.low(), ratio.high(), 0.05);
    }

    @Example
    void withoutAnythingSeenItIsThePrior() {
        Ratio ratio = Ratio.of(0, 0, 1);
        assertEquals(1, ratio.mean(), EPSILON);
        assertEquals(Math.exp(-1), ratio.worse(), EPSILON);
        assertEquals(Math.exp(-1.7), ratio.beyond(), EPSILON);
        assertEquals(-Math.log(0.95), ratio.low(), EPSILON);
        assertEquals(-Math.log(0.05), ratio.high(), EPSILON);
    }

    @Example
    void sevenWhereTwoAreExpectedIsBeyondThePublishedRatio() {
        Ratio ratio = Ratio.of(7, 1.9, 1);
        assertEquals(8 / 2.9, ratio.mean(), EPSILON);
        // The chance that a Poisson count of mean 2.9 * 1.7 is below 8.
        assertEquals(0.87383641, ratio.beyond(), 1e-8);
        assertEquals(Verdict.BEYOND_AI, Verdict.on(ratio));
    }

    @Example
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Ratio.of(-1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Ratio.of(1, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> Ratio.of(1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Ratio.of(1, Double.POSITIVE_INFINITY, 1));
    }

    private static void assertNotAbove(Ratio low, Ratio high) {
        assertTrue(low.mean() <= high.mean() + EPSILON, low + " " + high);
        assertTrue(low.worse() <= high.worse() + EPSILON, low + " " + high);
        assertTrue(low.beyond() <= high.beyond() + EPSILON, low + " " + high);
        assertTrue(Verdict.on(low).compareTo(Verdict.on(high)) <= 0, low + " " + high);
    }
}
