package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is on its way to a handler.
 *
 * @param types classes that are thrown, or subclasses of them
 * @param unchecked whether any unchecked exception may come too
 * @param anything whether something is thrown that nothing is known of
 */
record Raised(Hazard hazard, SortedSet<ClassName> types, boolean unchecked, boolean anything) {

    static final Raised NOTHING = new Raised(Hazard.NONE, new TreeSet<>(), false, false);

    static Raised of(Hazard hazard, Set<ClassName> types) {
        return new Raised(hazard, new TreeSet<>(types), false, false);
    }

    /** What is left when all that was thrown on purpose was caught is what any call may throw. */
    Raised weakened() {
        boolean onPurpose = anything || !types.isEmpty();
        return onPurpose || hazard != Hazard.EXPLICIT ? this : new Raised(Hazard.POSSIBLE, types, unchecked, false);
    }

    boolean isNothing() {
        return types.isEmpty() && !unchecked && !anything;
    }

    Raised and(Raised other) {
        SortedSet<ClassName> both = new TreeSet<>(types);
        both.addAll(other.types);
        Hazard worse = hazard.compareTo(other.hazard) >= 0 ? hazard : other.hazard;
        return new Raised(worse, both, unchecked || other.unchecked, anything || other.anything);
    }

    /** The same in the words of the model: types are named at {@link Hazard#EXPLICIT} only. */
    Thrown thrown() {
        return new Thrown(hazard, hazard == Hazard.EXPLICIT && !anything ? types : Set.of());
    }
}
