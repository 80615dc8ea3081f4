package dev.plumbline.engine;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A finding as a rule reports it.
 *
 * @param where the class and method, as far as the rule's kind knows them
 * @param line the text of the line it stands on
 */
record Found(String rule, Severity severity, Confidence confidence, Place place, String message, List<Step> trace,
        String where, String line) {

    /** What makes two reports one: a compiler that copies {@code finally} copies the defect with it. */
    private record Same(String rule, Place place, String message) {
    }

    /**
     * Sorted, without repetitions, each with its fingerprint.
     */
    static List<Finding> finish(List<Found> found) {
        List<Found> sorted = found.stream().sorted(java.util.Comparator.comparing(Found::place)
            .thenComparing(Found::rule).thenComparing(Found::message)).toList();
        Set<Same> seen = new HashSet<>();
        Map<String, Integer> ordinals = new HashMap<>();
        List<Finding> finished = new ArrayList<>();
        for (Found one : sorted) {
            if (seen.add(new Same(one.rule, one.place, one.message))) {
                Fingerprint first = Fingerprint.of(one.rule, one.where, one.line, 1);
                int ordinal = ordinals.merge(first.text(), 1, Integer::sum);
                finished.add(one.finding(ordinal == 1 ? first
                    : Fingerprint.of(one.rule, one.where, one.line, ordinal)));
            }
        }
        return finished;
    }

    private Finding finding(Fingerprint fingerprint) {
        return new Finding(rule, severity, confidence, place, message, trace, Optional.empty(), fingerprint);
    }
}
