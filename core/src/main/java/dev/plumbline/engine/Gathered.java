package dev.plumbline.engine;

import dev.plumbline.finding.Notice;
import dev.plumbline.source.Suppressions.Suppression;
import java.util.ArrayList;
import java.util.List;

/** What the tasks of a scan bring home: findings without fingerprints, notices, requests for silence. */
record Gathered(List<Found> found, List<Notice> notices, List<Suppression> suppressions) {

    Gathered {
        found = List.copyOf(found);
        notices = List.copyOf(notices);
        suppressions = List.copyOf(suppressions);
    }

    static Gathered all(List<Gathered> parts) {
        List<Found> found = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        List<Suppression> suppressions = new ArrayList<>();
        for (Gathered part : parts) {
            found.addAll(part.found);
            notices.addAll(part.notices);
            suppressions.addAll(part.suppressions);
        }
        return new Gathered(found, notices, suppressions);
    }
}
