package dev.plumbline.finding;

/** A text to put in place of a region: a fix that is safe to apply. */
public record Edit(Place place, String replacement, String what) {
}
