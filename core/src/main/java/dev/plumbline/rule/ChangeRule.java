package dev.plumbline.rule;

/**
 * Compares the program before and after a change. A scan of one revision, which is all there is so far, has nothing
 * to compare and does not run it.
 */
public non-sealed interface ChangeRule extends Rule {

    /** @param before the program at the base revision */
    void check(Context before, Context after, Sink out);
}
