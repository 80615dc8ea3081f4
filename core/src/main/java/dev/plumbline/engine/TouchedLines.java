package dev.plumbline.engine;

import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.revision.ChangedLines;
import java.util.BitSet;

/** The lines of one side of a file at which a change did something: added, edited, moved, or took something out. */
record TouchedLines(BitSet lines) {

    static TouchedLines after(ChangedLines change) {
        BitSet touched = new BitSet();
        change.hunks().forEach(hunk -> touched.set(hunk.beginAfter(),
            Math.max(hunk.endAfter(), hunk.beginAfter() + 1)));
        return new TouchedLines(touched);
    }

    static TouchedLines before(ChangedLines change) {
        BitSet touched = new BitSet();
        change.hunks().forEach(hunk -> touched.set(hunk.beginBefore(),
            Math.max(hunk.endBefore(), hunk.beginBefore() + 1)));
        return new TouchedLines(touched);
    }

    /** The line before and the line after count, for a brace alone on its line has no instruction. */
    boolean meet(MethodCode method) {
        BitSet own = method.lines();
        return !own.isEmpty() && lines.get(own.nextSetBit(0) - 1, own.length() + 1).cardinality() > 0;
    }
}
