package dev.plumbline.compile;

import dev.plumbline.name.ClassName;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sources that are read when another one names their type, and are not compiled themselves.
 *
 * @param texts by the name of the type that the file is called after
 */
public record Neighbours(Map<ClassName, Supplier<String>> texts) {

    public static Neighbours none() {
        return new Neighbours(Map.of());
    }
}
