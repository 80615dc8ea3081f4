package dev.plumbline.framework;

import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The entry points of a program, from {@code roots.txt} and {@code tasks.txt}, and what can be reached from them.
 * Safe for use by many threads.
 */
public final class Roots {

    private final Program program;
    private List<Root> all;
    private Reachability reachability;

    private Roots(Program program) {
        this.program = program;
    }

    public static Roots of(Program program) {
        return new Roots(program);
    }

    /** All roots, in order of their methods; a method with two kinds is there twice. */
    public synchronized List<Root> all() {
        if (all == null) {
            Stream<Root> declared = new DeclaredRoots(program).find();
            Stream<Root> handedOver = new TaskRoots(program).find();
            all = Stream.concat(declared, handedOver).distinct().sorted().toList();
        }
        return all;
    }

    /** The roots from which the method can be reached, itself included. */
    public Set<Root.Kind> reaching(MethodRef method) {
        return reachability().kinds(method);
    }

    /** A shortest chain of calls from a root to the method, root first. */
    public Optional<List<MethodRef>> path(MethodRef method) {
        return reachability().path(method);
    }

    private synchronized Reachability reachability() {
        if (reachability == null) {
            reachability = Reachability.of(all(), program.calls());
        }
        return reachability;
    }
}
