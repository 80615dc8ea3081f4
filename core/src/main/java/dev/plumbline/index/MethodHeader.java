package dev.plumbline.index;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/**
 * A method as its class declares it.
 *
 * @param signature the generic signature, if there is one
 * @param exceptions the classes of the {@code throws} clause
 * @param parameterAnnotations one list a parameter; empty when no parameter is annotated
 */
public record MethodHeader(String name, Descriptor descriptor, int access, Optional<String> signature,
        List<ClassName> exceptions, List<Annotation> annotations, List<List<Annotation>> parameterAnnotations) {

    private static final int BRIDGE = 0x40;
    private static final int SYNTHETIC = 0x1000;

    public boolean isStatic() {
        return Modifier.isStatic(access);
    }

    public boolean isPrivate() {
        return Modifier.isPrivate(access);
    }

    public boolean isPublic() {
        return Modifier.isPublic(access);
    }

    public boolean isAbstract() {
        return Modifier.isAbstract(access);
    }

    public boolean isSynchronized() {
        return Modifier.isSynchronized(access);
    }

    /** Made by the compiler: a lambda body, an accessor, a bridge. */
    public boolean isSynthetic() {
        return (access & SYNTHETIC) != 0;
    }

    public boolean isBridge() {
        return (access & BRIDGE) != 0;
    }
}
