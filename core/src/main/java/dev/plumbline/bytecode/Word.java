package dev.plumbline.bytecode;

import org.objectweb.asm.tree.analysis.Value;

/**
 * A value while frames are computed: its origin, and whether it takes one slot or two.
 */
record Word(Origin origin, int size) implements Value {

    /** A local that holds nothing usable. */
    static final Word NOTHING = new Word(Origin.UNKNOWN, 1);

    @Override
    public int getSize() {
        return size;
    }

    Word sized(int other) {
        return other == size ? this : new Word(origin, other);
    }
}
