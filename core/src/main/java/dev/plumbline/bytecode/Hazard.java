package dev.plumbline.bytecode;

/** How likely an instruction is to throw, least first. */
public enum Hazard {
    /** Can not throw, or only what no program survives (out of memory, linkage). */
    NONE,
    /** Only what a bug in this very line would throw: null dereference, index, cast, division. */
    IMPLICIT,
    /** A callee that declares nothing but could throw an unchecked exception: unknown code, callbacks. */
    POSSIBLE,
    /** A {@code throw} statement, here or in a callee; or a checked exception that the callee declares. */
    EXPLICIT
}
