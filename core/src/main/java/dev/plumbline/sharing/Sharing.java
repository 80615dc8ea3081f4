package dev.plumbline.sharing;

import dev.plumbline.framework.Roots;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.SortedMap;

/** What threads share. Safe for use by many threads; each fact is found when first asked for. */
public final class Sharing {

    private final Program program;
    private final Roots roots;
    private final ThreadSafety safety;
    private Touches touches;
    private Threads threads;

    private Sharing(Program program, Roots roots) {
        this.program = program;
        this.roots = roots;
        this.safety = new ThreadSafety(program);
    }

    public static Sharing of(Program program, Roots roots) {
        return new Sharing(program, roots);
    }

    /** All uses of the fields of a class, by the field's name, in order of methods and instructions. */
    public SortedMap<String, List<Touch>> touches(ClassHeader type) {
        return touches().of(type);
    }

    public synchronized Threads threads() {
        if (threads == null) {
            threads = new Threads(roots, program.calls());
        }
        return threads;
    }

    /** What is known of types: which bear many threads, which are never changed. */
    public ThreadSafety safety() {
        return safety;
    }

    private synchronized Touches touches() {
        if (touches == null) {
            touches = new Touches(program);
        }
        return touches;
    }
}
