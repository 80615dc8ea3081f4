package dev.plumbline.index;

import dev.plumbline.name.ClassName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An annotation as the class file holds it.
 *
 * @param values by member name; a value is a boxed primitive, {@code String}, {@link ClassName} (class
 *     literals), {@code String} (enum constants, by name), {@link Annotation}, or a {@code List} of these.
 *     Members left at their default are absent.
 */
public record Annotation(ClassName type, Map<String, Object> values) {

    public Annotation {
        // Sorted: the order of Map.copyOf differs from run to run.
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The member as a list of texts: one value counts as a list of one. */
    public List<String> texts(String member) {
        Object value = values.get(member);
        List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return all.stream().map(String::valueOf).toList();
    }

    public Optional<Object> value(String member) {
        return Optional.ofNullable(values.get(member));
    }
}
