package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
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

    public static Callee of(String... types) {
        throw new UnsupportedOperationException("stub");
    }

    public Callee named(String... names) {
        throw new UnsupportedOperationException("stub");
    }

    public Callee taking(String... parameters) {
        throw new UnsupportedOperationException("stub");
    }

    public boolean matches(MethodRef target, dev.plumbline.index.ClassIndex index) {
        throw new UnsupportedOperationException("stub");
    }
}
