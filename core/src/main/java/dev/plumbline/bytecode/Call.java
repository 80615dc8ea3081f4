package dev.plumbline.bytecode;

import dev.plumbline.name.MethodRef;
import java.util.List;

/** A call of a method or constructor. What flows in is computed when asked for. */
public final class Call {

    /** How the target is chosen. */
    public enum Kind {
        STATIC, SPECIAL, VIRTUAL, INTERFACE
    }

    public Site site() {
        throw new UnsupportedOperationException("stub");
    }

    public Kind kind() {
        throw new UnsupportedOperationException("stub");
    }

    /** As the instruction names it: the owner is the static type of the receiver. */
    public MethodRef target() {
        throw new UnsupportedOperationException("stub");
    }

    public String name() {
        return target().name();
    }

    /** {@link Origin#UNKNOWN} for a static call; for a constructor the object being made. */
    public Origin receiver() {
        throw new UnsupportedOperationException("stub");
    }

    public List<Origin> arguments() {
        throw new UnsupportedOperationException("stub");
    }

    /** {@link Origin#UNKNOWN} when there is none. */
    public Origin firstArgument() {
        throw new UnsupportedOperationException("stub");
    }

    /** The value it makes: {@code call@n}, or what the callee is known to return. */
    public Origin result() {
        throw new UnsupportedOperationException("stub");
    }
}
