package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.List;

/**
 * A lambda expression or method reference.
 *
 * @param site the {@code invokedynamic}
 * @param type the functional interface
 * @param body the method that runs: a synthetic one for a lambda, the method itself for a reference
 * @param captured the values it closes over, in the order of the body's first parameters
 */
public record Lambda(Site site, ClassName type, MethodRef body, List<Origin> captured) {
}
