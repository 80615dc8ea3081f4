package dev.plumbline.engine;

import dev.plumbline.finding.Place;

/**
 * What a change adds so that less is found: the base revision never agreed to it, so it hides nothing here.
 *
 * @param kind {@code suppression} or {@code baseline entry}
 * @param what it asks for, in one sentence
 */
public record Debt(String kind, Place place, String what) implements Comparable<Debt> {

    @Override
    public int compareTo(Debt other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : what.compareTo(other.what);
    }
}
