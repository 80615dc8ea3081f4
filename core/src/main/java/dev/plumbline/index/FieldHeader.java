package dev.plumbline.index;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/**
 * A field as its class declares it.
 *
 * @param type the type descriptor
 * @param signature the generic signature, if there is one
 * @param constant the compile-time constant, if there is one, boxed as the field's type or a {@code String}
 */
public record FieldHeader(String name, String type, int access, Optional<String> signature,
        Optional<Object> constant, List<Annotation> annotations) {

    public boolean isStatic() {
        return Modifier.isStatic(access);
    }

    public boolean isFinal() {
        return Modifier.isFinal(access);
    }

    public boolean isVolatile() {
        return Modifier.isVolatile(access);
    }

    public boolean isPrivate() {
        return Modifier.isPrivate(access);
    }
}
