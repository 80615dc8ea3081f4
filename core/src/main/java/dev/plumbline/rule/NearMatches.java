package dev.plumbline.rule;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What somebody may have meant who wrote a name that does not exist. */
public final class NearMatches {

    private static final int SHOWN = 3;

    /** The closest names first: few letters changed in all of it or in its beginning, or a part in common. */
    public static List<String> of(String wrong, List<String> names) {
        return names.stream()
            .filter(name -> wrong.length() > 2)
            .filter(name -> far(wrong, name) <= Math.max(2, wrong.length() / 4) || sharesPart(wrong, name))
            .sorted(Comparator.comparingInt((String name) -> far(wrong, name)).thenComparing(Comparator.naturalOrder()))
            .limit(SHOWN)
            .toList();
    }

    /** The question for the end of a sentence, without its full stop: {@code ; did you mean a or b?}, or nothing. */
    public static String question(String wrong, List<String> names) {
        List<String> near = of(wrong, names);
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    private static int far(String wrong, String name) {
        String beginning = name.substring(0, Math.min(wrong.length(), name.length()));
        return Math.min(distance(wrong, name), distance(wrong, beginning));
    }

    private static boolean sharesPart(String wrong, String name) {
        List<String> parts = List.of(name.split("-"));
        return Stream.of(wrong.split("-")).anyMatch(part -> part.length() >= 4 && parts.contains(part));
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private NearMatches() {
    }
}
