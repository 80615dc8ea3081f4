package dev.plumbline.finding;

/** One hop of the path that proves a finding. */
public record Step(Place place, String what) {
}
