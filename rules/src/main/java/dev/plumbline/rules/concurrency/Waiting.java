package dev.plumbline.rules.concurrency;

import dev.plumbline.name.MethodRef;
import java.util.Optional;

/**
 * That a method waits for something outside: time, another thread, the network.
 *
 * @param calls how many calls lie between the method and the one of the library that waits
 * @param witness the library's method; empty when the method does not wait
 * @param releases the name of the monitor that is given up meanwhile, as {@code Object.wait} does
 */
record Waiting(int calls, Optional<MethodRef> witness, Optional<String> releases) {

    static final Waiting NONE = new Waiting(0, Optional.empty(), Optional.empty());

    static Waiting in(MethodRef library) {
        return new Waiting(0, Optional.of(library), Optional.empty());
    }

    boolean isAny() {
        return witness.isPresent();
    }

    Waiting further() {
        return new Waiting(calls + 1, witness, releases);
    }

    Waiting releasing(String monitor) {
        return new Waiting(calls, witness, Optional.of(monitor));
    }

    Waiting orNearer(Waiting other) {
        if (!isAny() || !other.isAny()) {
            return isAny() ? this : other;
        }
        if (releases.isPresent() != other.releases.isPresent()) {
            return releases.isPresent() ? other : this;
        }
        boolean isNearer = calls != other.calls
            ? calls < other.calls
            : witness.get().compareTo(other.witness.get()) <= 0;
        return isNearer ? this : other;
    }
}
