package dev.plumbline.rules.resources;

import dev.plumbline.finding.Place;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;

/**
 * Something the program does with a map or set that a field holds.
 *
 * @param field named by the class that declares it
 * @param call what is called on it, for {@link Kind#GROWS}
 */
record MapUse(FieldRef field, Kind kind, MethodRef method, Place place, String call) {

    enum Kind {
        /** The field gets a new map that keeps all it is given. */
        MADE,
        /** An entry is added under a key from outside. */
        GROWS,
        /** Entries go, or are counted; the map is replaced, handed on, or is of a kind that bounds itself. */
        BOUNDED
    }
}
