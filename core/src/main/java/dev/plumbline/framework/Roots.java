package dev.plumbline.framework;

import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The entry points of a program, from {@code roots.txt}, and what can be reached from them. */
public final class Roots {

    public static Roots of(Program program) {
        throw new UnsupportedOperationException("stub");
    }

    /** All roots, in order of their methods; a method with two kinds is there twice. */
    public List<Root> all() {
        throw new UnsupportedOperationException("stub");
    }

    /** The roots from which the method can be reached, itself included. */
    public Set<Root.Kind> reaching(MethodRef method) {
        throw new UnsupportedOperationException("stub");
    }

    /** A shortest chain of calls from a root to the method, root first. */
    public Optional<List<MethodRef>> path(MethodRef method) {
        throw new UnsupportedOperationException("stub");
    }
}
