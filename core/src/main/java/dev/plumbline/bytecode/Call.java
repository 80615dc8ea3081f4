package dev.plumbline.bytecode;

import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.List;

/** A call of a method or constructor. What flows in is computed when asked for. */
public final class Call {

    /** How the target is chosen. */
    public enum Kind {
        STATIC, SPECIAL, VIRTUAL, INTERFACE
    }

    private final MethodCode method;
    private final Site site;
    private final Kind kind;
    private final MethodRef target;
    private final int parameters;

    Call(MethodCode method, Site site, Kind kind, MethodRef target) {
        this.method = method;
        this.site = site;
        this.kind = kind;
        this.target = target;
        this.parameters = target.descriptor().parameters().size();
    }

    public Site site() {
        return site;
    }

    public Kind kind() {
        return kind;
    }

    /** As the instruction names it: the owner is the static type of the receiver. */
    public MethodRef target() {
        return target;
    }

    public String name() {
        return target.name();
    }

    /** {@link Origin#UNKNOWN} for a static call; for a constructor the object being made. */
    public Origin receiver() {
        return kind == Kind.STATIC ? Origin.UNKNOWN : method.origins().stack(site, parameters);
    }

    public List<Origin> arguments() {
        List<Origin> arguments = new ArrayList<>();
        for (int depth = parameters - 1; depth >= 0; depth--) {
            arguments.add(method.origins().stack(site, depth));
        }
        return List.copyOf(arguments);
    }

    /** {@link Origin#UNKNOWN} when there is none. */
    public Origin firstArgument() {
        return parameters == 0 ? Origin.UNKNOWN : method.origins().stack(site, parameters - 1);
    }

    /**
     * The value it makes: {@code call@n}, or what the callee is known to return. {@link Origin#UNKNOWN} for a void
     * call.
     */
    public Origin result() {
        return method.origins().made(site);
    }

    @Override
    public String toString() {
        return target.display() + site;
    }
}
