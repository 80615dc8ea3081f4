package dev.plumbline.bytecode;

import dev.plumbline.bytecode.Lifetime.Use;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a value that a method makes gets out of its hands, and where: escape analysis of one method, after Choi et
 * al. (OOPSLA 1999) without their connection graph. Being the receiver of a call is no escape.
 */
public final class Escapes {

    private static final Set<Use.Kind> STORED = EnumSet.of(Use.Kind.FIELD, Use.Kind.ELEMENT, Use.Kind.CAPTURED);
    private static final Set<Use.Kind> OUT =
        EnumSet.of(Use.Kind.FIELD, Use.Kind.ELEMENT, Use.Kind.CAPTURED, Use.Kind.RETURNED, Use.Kind.THROWN,
            Use.Kind.ARGUMENT);

    private final MethodCode method;
    private final List<Use> uses;

    private Escapes(MethodCode method, List<Use> uses) {
        this.method = method;
        this.uses = uses;
    }

    /** @param birth the call, or for {@code new} the constructor call, that makes the value */
    public static Escapes of(MethodCode method, Site birth) {
        return new Escapes(method, Lifetime.of(method, birth, use -> false).uses());
    }

    /** Whether anybody else may hold the value at some time: it is stored, returned, thrown or passed on. */
    public boolean isPossible() {
        return uses.stream().anyMatch(use -> OUT.contains(use.kind()));
    }

    /**
     * Whether another thread may find the value when the instruction runs, because it was stored in a field, an array
     * or a lambda before. A method that it was passed to is trusted not to have stored it.
     */
    public boolean isStoredBefore(Site site) {
        return uses.stream().filter(use -> STORED.contains(use.kind()))
            .anyMatch(use -> !use.site().equals(site) && method.flow().reaches(use.site(), site));
    }
}
