package dev.plumbline.rules.resources;

import java.util.ArrayList;
import java.util.List;

/**
 * What a method does with resources: whether it opens the one it returns, and what becomes of those it is given.
 *
 * @param opens whether what it returns was opened by this call and is the caller's to close
 * @param receiver what becomes of the object it is called on
 * @param arguments what becomes of its arguments, as far as something is known of them
 * @param others what becomes of the arguments behind those
 */
record Handling(boolean opens, Fate receiver, List<Fate> arguments, Fate others) {

    /** What becomes of a resource, worst knowledge last. */
    enum Fate {
        /** Used while the method runs. Who had it still has to close it. */
        BORROWED,
        /** The method's result stands for it: closing that closes it. */
        WRAPPED,
        /** Closed, kept, or nothing is known: no longer the caller's business. */
        TAKEN
    }

    /** Nothing is known. */
    static final Handling UNKNOWN = new Handling(false, Fate.TAKEN, List.of(), Fate.TAKEN);
    /** A library's method that no model speaks of: calling it on a resource is using the resource. */
    static final Handling UNNAMED = new Handling(false, Fate.BORROWED, List.of(), Fate.TAKEN);
    static final Handling HARMLESS = new Handling(false, Fate.BORROWED, List.of(), Fate.BORROWED);

    Handling {
        arguments = List.copyOf(arguments);
    }

    Fate argument(int index) {
        return index < arguments.size() ? arguments.get(index) : others;
    }

    /** What a call does that may run either method. */
    Handling or(Handling other) {
        List<Fate> joined = new ArrayList<>();
        for (int i = 0; i < Math.max(arguments.size(), other.arguments.size()); i++) {
            joined.add(either(argument(i), other.argument(i)));
        }
        return new Handling(opens && other.opens, either(receiver, other.receiver), joined,
            either(others, other.others));
    }

    private static Fate either(Fate one, Fate other) {
        return one == other ? one : Fate.TAKEN;
    }
}
