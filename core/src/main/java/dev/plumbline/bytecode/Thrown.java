package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import java.util.Set;

/**
 * What an instruction or a method can throw.
 *
 * @param types the classes known to be thrown at {@link Hazard#EXPLICIT}; empty below that or when not known
 */
public record Thrown(Hazard hazard, Set<ClassName> types) {

    public static final Thrown NOTHING = new Thrown(Hazard.NONE, Set.of());

    public Thrown {
        types = Set.copyOf(types);
    }
}
