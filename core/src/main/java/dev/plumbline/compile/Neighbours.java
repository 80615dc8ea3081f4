package dev.plumbline.compile;

import dev.plumbline.name.ClassName;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What sources may name that is neither among them nor on the class path.
 *
 * @param texts sources that are read when one names their type, and are not compiled themselves; by the name of the
 *     type that the file is called after
 * @param classes that were compiled before
 */
public record Neighbours(Map<ClassName, Supplier<String>> texts, Map<ClassName, byte[]> classes) {

    public static Neighbours none() {
        return new Neighbours(Map.of(), Map.of());
    }
}
