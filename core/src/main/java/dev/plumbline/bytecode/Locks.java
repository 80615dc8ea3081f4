package dev.plumbline.bytecode;

import java.util.Set;

/** The locks that are surely held before each instruction: monitors, {@code Lock.lock}, synchronized methods. */
public final class Locks {

    static Locks of(MethodCode method) {
        throw new UnsupportedOperationException("stub");
    }

    public Set<Lock> held(Site site) {
        throw new UnsupportedOperationException("stub");
    }

    /** A lock held at both sites and not given up between them. */
    public boolean shared(Site first, Site second) {
        throw new UnsupportedOperationException("stub");
    }
}
