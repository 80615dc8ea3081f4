package dev.plumbline.finding;

/** How sure a rule is that a careful maintainer would fix the finding, least first. */
public enum Confidence {
    LOW, MEDIUM, HIGH
}
