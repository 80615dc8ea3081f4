package dev.plumbline.verdict;

import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * How many times as many defects a change introduces as people's changes of its size do, with what is known and not
 * known about it: the posterior of the change's rate over the human rate, given that human rates vary like a gamma
 * distribution.
 *
 * @param introduced what the change introduced
 * @param expected what a human change of that size introduces on average
 * @param shape how human changes vary, see {@link Dispersion}
 * @param mean of the ratio
 * @param low the ratio is below with a probability of 5 %
 * @param high the ratio is above with a probability of 5 %
 * @param worse the probability that the ratio is above 1
 * @param beyond the probability that the ratio is above {@link #PUBLISHED}
 */
public record Ratio(int introduced, double expected, double shape, double mean, double low, double high, double worse,
        double beyond) {

    /**
     * Issues of AI-written over human pull requests: 1083 and 645 per 100, published as 1.7x. CodeRabbit, State of AI
     * vs Human Code Generation, 17 December 2025. A model that reviewed 470 open-source pull requests counted them, so
     * only the ratio is used here and never the counts.
     */
    public static final double PUBLISHED = 1.7;

    private static final double TAIL = 0.05;

    public static Ratio of(int introduced, double expected, double shape) {
        if (introduced < 0 || !(expected >= 0) || !(shape > 0) || Double.isInfinite(expected + shape)) {
            throw new IllegalArgumentException(introduced + " introduced, " + expected + " expected, shape " + shape);
        }
        GammaDistribution ratio = GammaDistribution.of(shape + introduced, 1 / (shape + expected));
        double worse = ratio.survivalProbability(1);
        // Near certainty the last digit of the two is noise.
        double beyond = Math.min(worse, ratio.survivalProbability(PUBLISHED));
        return new Ratio(introduced, expected, shape, ratio.getMean(), ratio.inverseCumulativeProbability(TAIL),
            ratio.inverseSurvivalProbability(TAIL), worse, beyond);
    }
}
