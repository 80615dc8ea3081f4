package dev.plumbline.bytecode;

import dev.plumbline.name.FieldRef;

/** A read or write of a field. */
public final class FieldAccess {

    public Site site() {
        throw new UnsupportedOperationException("stub");
    }

    public FieldRef field() {
        throw new UnsupportedOperationException("stub");
    }

    public boolean isStatic() {
        throw new UnsupportedOperationException("stub");
    }

    public boolean isWrite() {
        throw new UnsupportedOperationException("stub");
    }

    /** The object whose field it is; {@link Origin#UNKNOWN} for a static field. */
    public Origin receiver() {
        throw new UnsupportedOperationException("stub");
    }

    /** The field as an access path: {@code this.cache}, {@code static a/b/C.X}. */
    public Origin path() {
        throw new UnsupportedOperationException("stub");
    }

    /** What is written, for a write; the path itself for a read. */
    public Origin value() {
        throw new UnsupportedOperationException("stub");
    }
}
