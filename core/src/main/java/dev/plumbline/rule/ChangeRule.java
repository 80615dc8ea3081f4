package dev.plumbline.rule;

/**
 * Compares a method before and after a change. The engine runs it when a scan has two revisions; a plain scan has one
 * and says so.
 */
public non-sealed interface ChangeRule extends Rule {

    /** @param before the program at the base revision */
    void check(Context before, Context after, Sink out);
}
