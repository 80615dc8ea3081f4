package dev.plumbline.engine;

import dev.plumbline.finding.Place;
import dev.plumbline.settings.SettingsFile;
import java.nio.file.Path;

/**
 * What a change adds so that less is found: the base revision never agreed to it, so it hides nothing here.
 *
 * @param kind {@code suppression}, {@code baseline entry} or {@code settings}
 * @param what it asks for, in one sentence
 */
public record Debt(String kind, Place place, String what) implements Comparable<Debt> {

    static Debt ofSettings(String clause) {
        return new Debt("settings", new Place(Path.of(SettingsFile.NAME), 1, 1, 1, 1),
            "changes the settings: " + clause);
    }

    /** What the change did, to be read behind the place. */
    public String sentence() {
        return kind.equals("settings") ? what : "a new " + kind + " " + what;
    }

    @Override
    public int compareTo(Debt other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : what.compareTo(other.what);
    }
}
