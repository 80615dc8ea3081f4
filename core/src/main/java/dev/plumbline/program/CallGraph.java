package dev.plumbline.program;

import dev.plumbline.name.MethodRef;
import java.util.List;

/**
 * Who calls whom: class hierarchy analysis over the classes of the program. A lambda or method reference counts as a
 * call from the method that makes it. A virtual call with more than eight targets keeps its declaration only.
 */
public final class CallGraph {

    /** The methods of the program that a call of this reference may run, in order; empty for library methods. */
    public List<MethodRef> targets(MethodRef called) {
        throw new UnsupportedOperationException("stub");
    }

    public List<MethodRef> callees(MethodRef method) {
        throw new UnsupportedOperationException("stub");
    }

    public List<MethodRef> callers(MethodRef method) {
        throw new UnsupportedOperationException("stub");
    }
}
