package dev.plumbline.bytecode;

/** What each instruction can throw: from its opcode, and for calls from what the callee is known to throw. */
public final class Throwing {

    public Thrown at(Site site) {
        throw new UnsupportedOperationException("stub");
    }
}
