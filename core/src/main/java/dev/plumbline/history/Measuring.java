package dev.plumbline.history;

import dev.plumbline.engine.Review;
import dev.plumbline.engine.ReviewRequest;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.engine.Sides;
import dev.plumbline.finding.Rung;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.verdict.Gate;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.Introduced;
import dev.plumbline.verdict.Yardstick;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the rules, previews among them, find that a change introduced. Safe for use by many threads. */
public final class Measuring {

    private final RuleCatalog catalog;
    private final SortedMap<String, String> digests;
    private final MeasuredSoFar known;
    private final String layer;
    private final int threads;

    /**
     * @param digests of the rules to measure, by id
     * @param known what was measured before, so that it is not measured again
     * @param layer {@link HumanChanges#CLASSES} or {@link HumanChanges#MEMORY}
     * @param threads for one change
     */
    public Measuring(RuleCatalog catalog, SortedMap<String, String> digests, MeasuredSoFar known, String layer,
            int threads) {
        this.catalog = catalog;
        this.digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
        this.known = known;
        this.layer = layer;
        this.threads = threads;
    }

    public SortedMap<String, String> digests() {
        return digests;
    }

    /** The rules that have to see a change; none when it is known what all of them find. */
    public List<String> missing(String change) {
        return digests.entrySet().stream()
            .filter(rule -> known.count(layer, change, rule.getKey(), rule.getValue()).isEmpty())
            .map(rule -> rule.getKey()).toList();
    }

    /** Measures a change and notes it. */
    public Review measure(String change, Sides sides) {
        List<String> rules = missing(change);
        Review review = Review.of(new ReviewRequest(new ScanRequest(sides.head(), catalog, rules, List.of(), List.of(),
            List.of(), threads, line -> {}), sides.base(), sides.change(), Yardstick.none(), Gate.standard(),
            sides.known(), sides.proposed()));
        SortedMap<String, Integer> counts = new TreeMap<>();
        rules.forEach(rule -> counts.put(rule, 0));
        for (Introduced one : review.comparison().introduced()) {
            Rung rung = review.report().files().get(one.finding().place().path());
            boolean ofLayer = layer.equals(HumanChanges.CLASSES) == (rung == Rung.COMPILED);
            if (ofLayer) {
                counts.merge(one.finding().rule(), 1, Integer::sum);
            }
        }
        known.add(layer, change, review.exposure().lines().getOrDefault(layer, 0), counts, digests);
        return review;
    }

    /** What is known of a change, of all rules. */
    public HumanChange change(String change) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        digests.forEach((rule, digest) -> counts.put(rule, known.count(layer, change, rule, digest).orElseThrow()));
        return new HumanChange(layer, change, known.lines(layer, change), counts);
    }
}
