package dev.plumbline.engine;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
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

    private static final int FINGERPRINT_BYTES = 8;

    /** What makes two reports one: a compiler that copies {@code finally} copies the defect with it. */
    private record Same(String rule, Place place, String message) {
    }

    /**
     * Sorted, without repetitions, each with its fingerprint: rule, class, method, the line without white space, and
     * which of its equals it is. No line number and no path, so it survives edits elsewhere and a renamed file.
     */
    static List<Finding> finish(List<Found> found) {
        List<Found> sorted = found.stream().sorted(java.util.Comparator.comparing(Found::place)
            .thenComparing(Found::rule).thenComparing(Found::message)).toList();
        Set<Same> seen = new HashSet<>();
        Map<String, Integer> ordinals = new HashMap<>();
        List<Finding> finished = new ArrayList<>();
        for (Found one : sorted) {
            if (seen.add(new Same(one.rule, one.place, one.message))) {
                String identity = one.rule + "\n" + one.where + "\n" + one.line.replaceAll("\\s+", "");
                int ordinal = ordinals.merge(identity, 1, Integer::sum);
                finished.add(one.finding(new Fingerprint(hash(identity + "\n" + ordinal))));
            }
        }
        return finished;
    }

    private Finding finding(Fingerprint fingerprint) {
        return new Finding(rule, severity, confidence, place, message, trace, Optional.empty(), fingerprint);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
