package dev.plumbline.bytecode;

import dev.plumbline.name.FieldRef;

/** A read or write of a field. */
public final class FieldAccess {

    private final MethodCode method;
    private final Site site;
    private final FieldRef field;
    private final boolean isStatic;
    private final boolean isWrite;

    FieldAccess(MethodCode method, Site site, FieldRef field, boolean isStatic, boolean isWrite) {
        this.method = method;
        this.site = site;
        this.field = field;
        this.isStatic = isStatic;
        this.isWrite = isWrite;
    }

    public Site site() {
        return site;
    }

    public FieldRef field() {
        return field;
    }

    public boolean isStatic() {
        return isStatic;
    }

    public boolean isWrite() {
        return isWrite;
    }

    /** The object whose field it is; {@link Origin#UNKNOWN} for a static field. */
    public Origin receiver() {
        return isStatic ? Origin.UNKNOWN : method.origins().stack(site, isWrite ? 1 : 0);
    }

    /** The field as an access path: {@code this.cache}, {@code static a/b/C.X}. */
    public Origin path() {
        if (isStatic) {
            return Origin.ofStatic(field);
        }
        return receiver().field(field.name());
    }

    /** What is written, for a write; the path itself for a read. */
    public Origin value() {
        return isWrite ? method.origins().stack(site, 0) : path();
    }

    @Override
    public String toString() {
        return (isWrite ? "write " : "read ") + field + site;
    }
}
