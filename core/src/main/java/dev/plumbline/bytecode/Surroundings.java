package dev.plumbline.bytecode;

import dev.plumbline.finding.Place;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.Set;

/** What the analysis of one method asks of the world outside it. Handed in, so that this floor knows no programs. */
public interface Surroundings {

    ClassIndex index();

    /** What a call of this method can throw. */
    Thrown thrownBy(MethodRef callee);

    /** What a call of this method returns. */
    Returned returnedBy(MethodRef callee);

    /** Locks held whenever the method is entered, in the method's own words. */
    Set<Lock> heldAtEntry(MethodRef method);

    /**
     * A place in the source of a class.
     *
     * @param word the name to point at on that line; empty for the whole line
     */
    Place place(ClassName type, int line, String word);
}
