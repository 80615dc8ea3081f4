package dev.plumbline.revision;

/**
 * Lines of base that became lines of head. Lines count from 1, the ends are not part of it, either side may be empty.
 */
public record Hunk(int beginBefore, int endBefore, int beginAfter, int endAfter) {
}
