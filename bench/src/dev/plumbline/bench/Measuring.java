package dev.plumbline.bench;

import dev.plumbline.engine.Review;
import dev.plumbline.engine.ReviewRequest;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.engine.Sides;
import dev.plumbline.finding.Rung;
import dev.plumbline.rule.RuleCard;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleDigest;
import dev.plumbline.verdict.Gate;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.Introduced;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the rules, previews among them, find that a change introduced. */
final class Measuring {

    private final RuleCatalog catalog = RuleCatalog.installed();
    private final SortedMap<String, String> digests = new TreeMap<>();
    private final MeasuredSoFar known;
    private final String layer;
    private final int threads;

    /**
     * @param known what was measured before, so that it is not measured again
     * @param layer {@link HumanChanges#CLASSES} or {@link HumanChanges#MEMORY}
     * @param checkout of Plumbline, to tell which rules have changed
     */
    Measuring(MeasuredSoFar known, String layer, Path checkout, int threads) {
        this.known = known;
        this.layer = layer;
        this.threads = threads;
        for (RuleCard card : catalog.rules()) {
            digests.put(card.id(), RuleDigest.of(card, checkout.resolve("rules/src/main/java")));
        }
    }

    SortedMap<String, String> digests() {
        return digests;
    }

    /** The rules that have to see a change; none when it is known what all of them find. */
    List<String> missing(String change) {
        return digests.entrySet().stream()
            .filter(rule -> known.count(layer, change, rule.getKey(), rule.getValue()).isEmpty())
            .map(rule -> rule.getKey()).toList();
    }

    /** Measures a change and notes it. */
    Review measure(String change, Sides sides) throws IOException {
        List<String> rules = missing(change);
        Review review = Review.of(new ReviewRequest(new ScanRequest(sides.head(), catalog, rules, List.of(), List.of(),
            List.of(), threads, line -> {}), sides.base(), sides.change(), new HumanChanges(List.of(), List.of()),
            Gate.standard(), sides.known(), sides.proposed()));
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
    HumanChange change(String change) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        digests.forEach((rule, digest) -> counts.put(rule, known.count(layer, change, rule, digest).orElseThrow()));
        return new HumanChange(layer, change, known.lines(layer, change), counts);
    }
}
