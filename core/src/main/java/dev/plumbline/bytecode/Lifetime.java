package dev.plumbline.bytecode;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One value from its birth on, along every path: which stack slots and locals hold it before each instruction, and
 * what is done with it. Forward must-not-lose data flow from the birth only, so a merge with the {@code null} of a
 * variable declared before {@code try} does not lose it: on a path from the birth the variable holds the value.
 */
public final class Lifetime {

    /**
     * Something that is done with the value.
     *
     * @param site the instruction
     * @param kind what it does
     * @param argument which argument it is, from 0, for {@link Kind#ARGUMENT} and {@link Kind#CAPTURED}; else -1
     */
    public record Use(Site site, Kind kind, int argument) {

        /** What an instruction does with a value. */
        public enum Kind {
            /** A method is called on it. */
            RECEIVER,
            /** It is passed to a method or constructor. */
            ARGUMENT,
            /** It is stored in a field of an object or in a static field. */
            FIELD,
            /** It is stored in an array. */
            ELEMENT,
            /** It is returned. */
            RETURNED,
            /** It is thrown. */
            THROWN,
            /** A lambda closes over it. */
            CAPTURED,
            /** It is tested for {@code null}, compared, cast, or has a field read. */
            LOOKED_AT
        }
    }

    /**
     * @param birth the instruction that makes the value: a call, or a constructor call for {@code new}
     * @param wraps whether after this use the call's result (or the object being constructed) stands for the value
     *     too, as a {@code BufferedReader} does for the reader it wraps
     */
    public static Lifetime of(MethodCode method, Site birth, Predicate<Use> wraps) {
        throw new UnsupportedOperationException("stub");
    }

    /** All uses on some path from the birth, in order of their sites. */
    public List<Use> uses() {
        throw new UnsupportedOperationException("stub");
    }

    /**
     * The shortest path from the birth out of the method on which no use ends the obligation. Branches that test the
     * value for {@code null} are followed on the side where it is not. A use ends the obligation on all edges out of
     * its site: a {@code close()} that throws has closed.
     *
     * @param ends whether a use ends the obligation: a close, or handing it to a new owner
     * @param least exception edges below this hazard are not followed
     */
    public Optional<List<Edge>> wayOutWithout(Predicate<Use> ends, Hazard least) {
        throw new UnsupportedOperationException("stub");
    }
}
