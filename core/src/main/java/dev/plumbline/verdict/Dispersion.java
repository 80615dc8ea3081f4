package dev.plumbline.verdict;

import java.util.List;

/**
 * How much people's changes differ from each other beyond chance: the shape of the gamma distribution that their
 * rates follow. 0.5 is wild, 10 is tame.
 *
 * @param shape the negative binomial's {@code k}, by maximum likelihood
 * @param likeChance whether the changes differ no more than chance makes them, or are too few to tell: the shape is
 *     then the greatest one there is, with which no change could move its ratio away from 1
 */
public record Dispersion(double shape, boolean likeChance) {

    static final double LEAST = 1e-2;
    static final double GREATEST = 1e4;

    private static final int STEPS = 60;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double CLOSE = 1e-7;
    /** By less than this in log likelihood, a finite shape explains nothing that chance does not. */
    private static final double NOTHING = 1e-6;

    /** A change: what it introduced, and what a change of its size does on average. */
    record Observed(int count, double expected) {
    }

    /**
     * A grid over the logarithm of the shape finds the hill, golden sections its top. The mean rate is held at the one
     * the ratio uses, findings over lines. Changes of no size say nothing.
     */
    static Dispersion fit(List<Observed> changes) {
        List<Observed> sized = changes.stream().filter(change -> change.expected() > 0).toList();
        double from = Math.log(LEAST);
        double step = (Math.log(GREATEST) - from) / STEPS;
        double chance = likelihood(Math.log(GREATEST), sized);
        double best = Math.log(GREATEST);
        double highest = chance;
        for (int i = 0; i < STEPS; i++) {
            double height = likelihood(from + i * step, sized);
            if (height > highest) {
                highest = height;
                best = from + i * step;
            }
        }
        double top = top(Math.max(from, best - step), Math.min(Math.log(GREATEST), best + step), sized);
        boolean tells = likelihood(top, sized) > chance + NOTHING;
        return tells ? new Dispersion(Math.exp(top), false) : new Dispersion(GREATEST, true);
    }

    private static double top(double from, double to, List<Observed> changes) {
        double low = from;
        double high = to;
        while (high - low > CLOSE) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (likelihood(left, changes) < likelihood(right, changes)) {
                low = left;
            } else {
                high = right;
            }
        }
        return (low + high) / 2;
    }

    /**
     * The negative binomial's log likelihood, without the terms that do not depend on the shape. The quotient of gamma
     * functions is multiplied out, since for great shapes their logarithms cancel to noise.
     */
    private static double likelihood(double logShape, List<Observed> changes) {
        double shape = Math.exp(logShape);
        double sum = 0;
        for (Observed change : changes) {
            sum -= shape * Math.log1p(change.expected() / shape);
            for (int i = 0; i < change.count(); i++) {
                sum += Math.log1p((i - change.expected()) / (shape + change.expected()));
            }
        }
        return sum;
    }
}
