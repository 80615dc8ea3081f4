package dev.plumbline.sarif;

import dev.plumbline.finding.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the results of a file that have no place in our report, by the reason. */
final class LeftOut {

    /** Why, in the order in which the notice says it. */
    enum Reason {
        NOT_FAILED("that %s no failure"), SUPPRESSED("that %s suppressed there"), NO_PLACE("that %s no place"),
        OUTSIDE("that %s in no file below the root"), STALE("that %s on a line that its file does not have any more");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        private String words(int count) {
            boolean has = this == NO_PLACE;
            return count + " " + String.format(Locale.ROOT, words,
                count == 1 ? has ? "has" : "is" : has ? "have" : "are");
        }
    }

    private final Map<Reason, Integer> counts = new TreeMap<>();

    void add(Reason reason) {
        counts.merge(reason, 1, Integer::sum);
    }

    Optional<Notice> notice(String file) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((reason, count) -> parts.add(reason.words(count)));
        return Optional.of(Notice.note("import-left-out", "Of " + file + ", " + all
            + (all == 1 ? " result is" : " results are") + " left out: " + String.join(", ", parts) + "."));
    }
}
