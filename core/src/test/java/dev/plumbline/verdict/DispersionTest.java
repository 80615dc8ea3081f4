package dev.plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.verdict.Dispersion.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;

class DispersionTest {

    private static final Dispersion CHANCE = new Dispersion(Dispersion.GREATEST, true);

    @Test
    void theShapeOfSimulatedChangesIsFoundAgain() {
        for (double shape : List.of(0.2, 0.5, 1.0, 2.0, 5.0)) {
            for (long seed = 1; seed <= 3; seed++) {
                Dispersion found = Dispersion.fit(simulated(shape, 2000, seed));
                assertEquals(0, Math.log(found.shape() / shape), 0.25, shape + " with seed " + seed);
                assertEquals(false, found.likeChance());
            }
        }
    }

    @Test
    void countsOfChanceAloneSayThatTheyAre() {
        for (long seed = 1; seed <= 5; seed++) {
            assertTrue(Dispersion.fit(simulated(1e6, 500, seed)).shape() > 20);
        }
        assertEquals(CHANCE, Dispersion.fit(IntStream.range(0, 50).mapToObj(i -> new Observed(3, 3)).toList()));
    }

    @Test
    void nothingCountedTellsNothing() {
        assertEquals(CHANCE, Dispersion.fit(List.of()));
        assertEquals(CHANCE, Dispersion.fit(List.of(new Observed(0, 0), new Observed(4, 0))));
    }

    @Test
    void oneWildChangeAmongManyQuietOnesIsNearTheLowerEnd() {
        List<Observed> changes = new ArrayList<>(IntStream.range(0, 999).mapToObj(i -> new Observed(0, 1)).toList());
        changes.add(new Observed(1000, 1));
        Dispersion found = Dispersion.fit(changes);
        assertTrue(found.shape() < 0.02 && found.shape() >= Dispersion.LEAST - 1e-9, found.toString());
    }

    @Test
    void theFittedShapeIsTheMostLikelyOne() {
        List<Observed> changes = List.of(new Observed(0, 2), new Observed(4, 2));
        double found = Dispersion.fit(changes).shape();
        assertTrue(likelihood(found, changes) >= likelihood(found * 1.01, changes));
        assertTrue(likelihood(found, changes) >= likelihood(found / 1.01, changes));
    }

    /** From the textbook, with the gamma functions of small whole differences multiplied out. */
    private static double likelihood(double k, List<Observed> changes) {
        double product = 1;
        for (Observed change : changes) {
            product *= Math.pow(k / (k + change.expected()), k);
            for (int i = 0; i < change.count(); i++) {
                product *= (k + i) / (i + 1) * change.expected() / (k + change.expected());
            }
        }
        return product;
    }

    private static List<Observed> simulated(double shape, int changes, long seed) {
        Random random = new Random(seed);
        List<Observed> simulated = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            double expected = Math.exp(random.nextGaussian());
            double rate = GammaDistribution.of(shape, expected / shape)
                .inverseCumulativeProbability(random.nextDouble());
            simulated.add(new Observed(poisson(rate, random), expected));
        }
        return simulated;
    }

    private static int poisson(double rate, Random random) {
        int count = 0;
        for (double left = rate + Math.log(1 - random.nextDouble()); left > 0; count++) {
            left += Math.log(1 - random.nextDouble());
        }
        return count;
    }
}
