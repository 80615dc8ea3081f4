package dev.plumbline.bytecode;

import java.util.List;

/**
 * The origins of all values of a method: stack and locals before every instruction, from one pass of ASM's
 * {@code Analyzer} with a value of one word. Joins of different values become a {@code phi} named by where they join;
 * a field read of a non-final field that the method also writes gets a name of its own after the write.
 */
public final class Origins {

    /** Whether the instruction can be reached at all. */
    public boolean reached(Site site) {
        throw new UnsupportedOperationException("stub");
    }

    /** The value on the stack before the instruction; depth 0 is the top. Long and double count one. */
    public Origin stack(Site site, int depth) {
        throw new UnsupportedOperationException("stub");
    }

    public int stackSize(Site site) {
        throw new UnsupportedOperationException("stub");
    }

    /** The value of a local variable slot before the instruction. */
    public Origin local(Site site, int slot) {
        throw new UnsupportedOperationException("stub");
    }

    /** What flowed together in a phi, in a stable order; the origin itself for any other. Phis of phis are opened. */
    public List<Origin> inputs(Origin origin) {
        throw new UnsupportedOperationException("stub");
    }

    /** Equal and known, and no store between the two sites changes a field on the path. */
    public boolean same(Origin origin, Site at, Origin other, Site atOther) {
        throw new UnsupportedOperationException("stub");
    }

    /** For messages: the variable's or field's name where the class file knows it, {@code `cache`}, else the path. */
    public String display(Origin origin, Site at) {
        throw new UnsupportedOperationException("stub");
    }
}
