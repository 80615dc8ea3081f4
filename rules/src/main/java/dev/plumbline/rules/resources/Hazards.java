package dev.plumbline.rules.resources;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Edge;
import dev.plumbline.bytecode.Hazard;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Thrown;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.List;
import java.util.Set;

/** Which exceptions are worth closing a resource for: those of work that fails in production. */
final class Hazards {

    private static final ClassName RUNTIME = ClassName.of("java.lang.RuntimeException");
    private static final ClassName ERROR = ClassName.of("java.lang.Error");
    private static final ClassName ENCODING = ClassName.of("java.io.UnsupportedEncodingException");
    private static final List<ClassName> CONNECTED = List.of(ClassName.of("java.net.Socket"),
        ClassName.of("java.nio.channels.SocketChannel"));
    private static final List<ClassName> SET_UP = List.of(ClassName.of("java.sql.Statement"),
        ClassName.of("java.sql.Connection"), ClassName.of("java.net.Socket"), ClassName.of("java.net.ServerSocket"),
        ClassName.of("java.net.DatagramSocket"));
    private static final Set<String> ENDS = Set.of("exit", "halt");
    private static final ClassName SYSTEM = ClassName.of("java.lang.System");
    private static final ClassName PROCESS = ClassName.of("java.lang.Runtime");

    private final MethodCode method;
    private final ClassIndex index;

    Hazards(MethodCode method) {
        this.method = method;
        this.index = method.surroundings().index();
    }

    /** Normal control flow up to the end of the program, {@code throw} statements, and checked exceptions of calls. */
    boolean isReal(Edge edge) {
        boolean endsProgram = method.call(edge.from()).map(Call::target).filter(Hazards::endsProgram).isPresent();
        if (endsProgram || edge.kind() != Edge.Kind.THROWN) {
            return !endsProgram;
        }
        if (method.flow().hazard(edge) != Hazard.EXPLICIT) {
            return false;
        }
        return method.call(edge.from()).map(call -> isReal(call, edge)).orElse(true);
    }

    private boolean isReal(Call call, Edge edge) {
        boolean closes = call.name().equals("close") && call.target().descriptor().parameters().isEmpty();
        if (closes || closesWhenItFails(call) || isSetter(call)) {
            return false;
        }
        Thrown thrown = method.throwing().along(edge);
        return thrown.types().stream().anyMatch(type -> isChecked(type) && !type.equals(ENCODING));
    }

    /** A socket that can not connect is closed: the next thing done with it would fail anyway. */
    private boolean closesWhenItFails(Call call) {
        return call.name().equals("connect")
            && CONNECTED.stream().anyMatch(type -> index.isSubtype(call.target().owner(), type));
    }

    /** Setting a parameter or an option fails for a bug in this very line, or when the resource is closed already. */
    private boolean isSetter(Call call) {
        return call.name().startsWith("set")
            && SET_UP.stream().anyMatch(type -> index.isSubtype(call.target().owner(), type));
    }

    private boolean isChecked(ClassName type) {
        return !index.isSubtype(type, RUNTIME) && !index.isSubtype(type, ERROR);
    }

    private static boolean endsProgram(MethodRef called) {
        return ENDS.contains(called.name()) && (called.owner().equals(SYSTEM) || called.owner().equals(PROCESS));
    }
}
