package dev.plumbline.bytecode;

import org.objectweb.asm.tree.analysis.Value;

/**
 * A value of {@link Lifetime}'s interpretation.
 *
 * @param size in words, 1 or 2
 * @param held whether it may be the value that is followed
 * @param madeAt the {@code NEW} instruction that made it; -1 for any other value
 */
record Tag(int size, boolean held, int madeAt) implements Value {

    private static final int NOWHERE = -1;

    static Tag other(int size) {
        return new Tag(size, false, NOWHERE);
    }

    static Tag theOne() {
        return new Tag(1, true, NOWHERE);
    }

    static Tag made(int at, boolean held) {
        return new Tag(1, held, at);
    }

    Tag meet(Tag other) {
        return new Tag(Math.min(size, other.size), held || other.held, madeAt == other.madeAt ? madeAt : NOWHERE);
    }

    @Override
    public int getSize() {
        return size;
    }
}
