package dev.plumbline.bytecode;

import dev.plumbline.finding.Place;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.MethodRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One compiled method. Lists come from one walk over the instructions; everything that needs frames is computed when
 * first asked for, so a method no rule is interested in costs nothing. Not safe for use by many threads.
 */
public final class MethodCode {

    org.objectweb.asm.tree.MethodNode node() {
        throw new UnsupportedOperationException("stub");
    }

    public MethodRef ref() {
        throw new UnsupportedOperationException("stub");
    }

    public MethodHeader header() {
        throw new UnsupportedOperationException("stub");
    }

    /** The class it is declared in. */
    public ClassFile type() {
        throw new UnsupportedOperationException("stub");
    }

    public Surroundings surroundings() {
        throw new UnsupportedOperationException("stub");
    }

    /** All calls in the order of the instructions. */
    public List<Call> calls() {
        throw new UnsupportedOperationException("stub");
    }

    public Stream<Call> calls(Callee callee) {
        throw new UnsupportedOperationException("stub");
    }

    public Optional<Call> call(Site site) {
        throw new UnsupportedOperationException("stub");
    }

    public List<FieldAccess> fields() {
        throw new UnsupportedOperationException("stub");
    }

    public List<Lambda> lambdas() {
        throw new UnsupportedOperationException("stub");
    }

    public List<Branch> branches() {
        throw new UnsupportedOperationException("stub");
    }

    public List<Handler> handlers() {
        throw new UnsupportedOperationException("stub");
    }

    public List<Exit> exits() {
        throw new UnsupportedOperationException("stub");
    }

    /** How many instructions it has: sites run from 0 to this. */
    public int size() {
        throw new UnsupportedOperationException("stub");
    }

    /** The source line of an instruction; 0 when there is no line table. */
    public int line(Site site) {
        throw new UnsupportedOperationException("stub");
    }

    /** Points at the call's name, the field's name, or the whole line. */
    public Place place(Site site) {
        throw new UnsupportedOperationException("stub");
    }

    public Place place(Call call) {
        return place(call.site());
    }

    public Flow flow() {
        throw new UnsupportedOperationException("stub");
    }

    public Origins origins() {
        throw new UnsupportedOperationException("stub");
    }

    public Locks locks() {
        throw new UnsupportedOperationException("stub");
    }

    public Throwing throwing() {
        throw new UnsupportedOperationException("stub");
    }

    /** Whether a person wrote the instruction; false for what the compiler adds (package {@code idiom}). */
    public boolean written(Site site) {
        throw new UnsupportedOperationException("stub");
    }
}
