package dev.plumbline.bytecode;

import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which methods a rule is interested in: {@code Callee.of("java.util.Map").named("put", "remove")}. Plain data;
 * names are compared before any type is looked up.
 *
 * @param types the method's owner is one of these or a subtype; empty for any
 * @param names empty for any
 * @param parameters the descriptor's parameters, {@code (Ljava/lang/String;)}; empty for any
 */
public record Callee(List<ClassName> types, Set<String> names, List<String> parameters) {

    public Callee {
        types = List.copyOf(types);
        names = Set.copyOf(names);
        parameters = List.copyOf(parameters);
    }

    public static Callee of(String... types) {
        return new Callee(Arrays.stream(types).map(ClassName::of).toList(), Set.of(), List.of());
    }

    public Callee named(String... names) {
        return new Callee(types, Set.of(names), parameters);
    }

    public Callee taking(String... parameters) {
        return new Callee(types, names, List.of(parameters));
    }

    public boolean matches(MethodRef target, ClassIndex index) {
        if (!names.isEmpty() && !names.contains(target.name())) {
            return false;
        }
        if (!parameters.isEmpty() && !parameters.contains(target.descriptor().parameterText())) {
            return false;
        }
        return types.isEmpty()
            || types.contains(target.owner())
            || types.stream().anyMatch(type -> index.isSubtype(target.owner(), type));
    }
}
