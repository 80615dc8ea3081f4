package dev.plumbline.rules.resources;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Edge;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.Set;

/** The calls of a method that open a resource which the method then has to close. */
final class Births {

    /** What a statement, or in the end a connection, closes with itself. */
    private static final ClassName ROWS = ClassName.of("java.sql.ResultSet");

    private static final Set<String> CONNECTING = Set.of("connect", "bind");
    private static final Set<ClassName> SOCKETS = Set.of(ClassName.of("java.net.Socket"),
        ClassName.of("java.net.ServerSocket"));

    private final Program program;
    private final Ownership ownership;

    Births(Program program, Ownership ownership) {
        this.program = program;
        this.ownership = ownership;
    }

    List<Call> in(MethodCode method) {
        return method.calls().stream()
            .filter(call -> makesResource(call) && method.written(call.site()))
            .filter(call -> ownership.opens(call) || opensWithin(method, call))
            .filter(call -> !isShutdown(call))
            .toList();
    }

    /** Whether the system knows of the resource on this way: a socket is nothing before it is connected or bound. */
    boolean isOpenOn(List<Edge> way, MethodCode method, Call birth) {
        boolean isUnconnected = birth.target().isConstructor() && birth.target().descriptor().parameters().isEmpty()
            && SOCKETS.contains(birth.target().owner());
        return !isUnconnected || way.stream()
            .flatMap(edge -> method.call(edge.from()).stream())
            .anyMatch(call -> CONNECTING.contains(call.name()));
    }

    /** Derby is told to shut down by asking for a connection, which it answers with an exception. */
    private static boolean isShutdown(Call call) {
        return call.name().equals("getConnection") && call.firstArgument().path().contains("shutdown=true");
    }

    private boolean makesResource(Call call) {
        return call.target().isConstructor()
            ? !call.receiver().equals(Origin.THIS) && ResourceTypes.mayBe(call.target().owner(), program.index())
            : ResourceTypes.mayBe(call.target().descriptor().result(), program.index());
    }

    /** Within a field or parameter that lives on; what this method opened itself is asked for its own close. */
    private boolean opensWithin(MethodCode method, Call call) {
        return isPart(call) && !makesRows(call) && isUsed(method, call)
            && method.origins().inputs(call.receiver()).stream()
                .allMatch(owner -> owner.isField() || owner.argument().isPresent());
    }

    /** A part that nothing is done with is made for the effect, or to see it fail, and ends with its owner. */
    private boolean isUsed(MethodCode method, Call call) {
        return !Lifetime.of(method, call.site(), ownership::wraps).uses().isEmpty();
    }

    private boolean isPart(Call call) {
        return program.models().facts(call.target(), program.index()).contains("within this");
    }

    private static boolean makesRows(Call call) {
        return Descriptor.classIn(call.target().descriptor().result()).filter(ROWS::equals).isPresent();
    }

    /** A part of the resource goes on living elsewhere, as a returned statement does, and leads back to it. */
    boolean livesOnInPart(MethodCode method, Lifetime.Use use) {
        return use.kind() == Lifetime.Use.Kind.RECEIVER && method.call(use.site())
            .filter(this::isPart)
            .filter(part -> Lifetime.of(method, part.site(), ownership::wraps).uses().stream()
                .anyMatch(ownership::keeps))
            .isPresent();
    }
}
