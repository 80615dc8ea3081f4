package dev.plumbline.verdict;

/** Placeholder until the arithmetic is in. */
public record Score() {
}
