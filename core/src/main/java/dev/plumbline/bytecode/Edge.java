package dev.plumbline.bytecode;

/**
 * A step of control from one instruction to another.
 *
 * @param to {@code null} never; leaving the method is {@link Flow#EXIT}
 */
public record Edge(Site from, Site to, Kind kind) {

    /** Why control goes there. */
    public enum Kind {
        /** To the next instruction, or a jump without condition, or a switch. */
        NEXT,
        /** A conditional jump that is taken. */
        TAKEN,
        /** A conditional jump that is not taken. */
        NOT_TAKEN,
        /** An exception, to a handler or out of the method. */
        THROWN,
        /** A return out of the method. */
        RETURNED
    }
}
