package dev.plumbline.verdict;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * How often measured changes introduce a finding. Changes differ more than chance makes them: a few bring in many
 * findings. The intervals allow for that by counting as if the findings were fewer, by the factor by which the counts
 * vary more than a Poisson's.
 *
 * @param changes how many
 * @param findings in all of them
 * @param exposure what the findings are counted per: thousands of lines, or changes
 * @param excess variance over that of chance, at least 1
 */
public record ObservedRate(int changes, int findings, double exposure, double excess) {

    private static final double TAIL = 0.05;
    /** Jeffreys' prior: where nothing was found, something may still be. */
    private static final double PRIOR = 0.5;

    /** The central 90 %. */
    public record Interval(double low, double high) {

        /** @param reachesZero whether nothing was found, so that the rate may well be none */
        private static Interval of(ContinuousDistribution distribution, double scale, boolean reachesZero) {
            return new Interval(reachesZero ? 0 : distribution.inverseCumulativeProbability(TAIL) * scale,
                distribution.inverseSurvivalProbability(TAIL) * scale);
        }
    }

    /** @param rules the ones whose findings count */
    public static ObservedRate perThousandLines(List<HumanChange> changes, Set<String> rules) {
        return of(changes, rules, change -> change.lines() / HumanRates.KLOC);
    }

    /** @param rules the ones whose findings count */
    public static ObservedRate perChange(List<HumanChange> changes, Set<String> rules) {
        return of(changes, rules, change -> 1);
    }

    private static ObservedRate of(List<HumanChange> changes, Set<String> rules,
            ToDoubleFunction<HumanChange> size) {
        double exposure = changes.stream().mapToDouble(size).sum();
        int findings = changes.stream().mapToInt(change -> count(change, rules)).sum();
        double squares = 0;
        for (HumanChange change : changes) {
            double off = count(change, rules) - findings * size.applyAsDouble(change) / Math.max(exposure, 1e-9);
            squares += off * off;
        }
        double excess = findings == 0 || changes.size() < 2 ? 1
            : squares / findings * changes.size() / (changes.size() - 1);
        return new ObservedRate(changes.size(), findings, exposure, Math.max(1, excess));
    }

    private static int count(HumanChange change, Set<String> rules) {
        return change.introduced().entrySet().stream().filter(found -> rules.contains(found.getKey()))
            .mapToInt(found -> found.getValue()).sum();
    }

    public double rate() {
        return exposure == 0 ? 0 : findings / exposure;
    }

    /** Empty without any exposure. */
    public Optional<Interval> interval() {
        return exposure == 0 ? Optional.empty()
            : Optional.of(Interval.of(GammaDistribution.of(shape(), excess / exposure), 1,
                findings == 0));
    }

    /** In which the ratio of this rate to another one lies; empty when one of them has no exposure. */
    public Optional<Interval> ratioTo(ObservedRate other) {
        if (exposure == 0 || other.exposure == 0) {
            return Optional.empty();
        }
        double ratio = shape() * excess / exposure / (other.shape() * other.excess / other.exposure);
        return Optional.of(Interval.of(FDistribution.of(2 * shape(), 2 * other.shape()), ratio,
            findings == 0));
    }

    private double shape() {
        return findings / excess + PRIOR;
    }
}
