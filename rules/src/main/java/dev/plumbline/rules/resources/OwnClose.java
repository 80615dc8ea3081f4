package dev.plumbline.rules.resources;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Resources that nobody says are opened, but that their method closes itself: the close is the proof that they are its
 * own, whoever made them. What it is passed to before that close only borrows it.
 */
final class OwnClose {

    private static final Set<String> ENDING = Set.of("close", "clean", "release", "dispose", "quiet", "shut", "free",
        "destroy", "end", "stop", "register", "add", "set", "own", "manage");
    private static final List<String> IN_MEMORY = List.of("java/io/ByteArray", "java/io/String", "java/io/CharArray");
    private static final ClassName ROWS = ClassName.of("java.sql.ResultSet");
    private static final ClassName STATEMENT = ClassName.of("java.sql.Statement");
    private static final ClassName CONNECTION = ClassName.of("java.sql.Connection");
    /** What names a thing outside of the program. */
    private static final Set<String> NAMES = Set.of("java/io/File", "java/nio/file/Path", "java/net/URL",
        "java/net/URI", "java/net/InetAddress", "java/net/InetSocketAddress", "java/net/SocketAddress");
    private static final int DEEPEST = 5;

    private final MethodCode method;
    private final Program program;
    private final ClassIndex index;
    private final Ownership ownership;

    OwnClose(MethodCode method, Program program, Ownership ownership) {
        this.method = method;
        this.program = program;
        this.index = program.index();
        this.ownership = ownership;
    }

    /** The calls whose result this method closes on its normal way, without any handler's help. */
    List<Call> births() {
        boolean closesAny = method.calls().stream().anyMatch(call -> isClose(call) && method.written(call.site()));
        return closesAny ? method.calls().stream().filter(this::isBirth).toList() : List.of();
    }

    private boolean isBirth(Call call) {
        boolean isNone = !method.written(call.site()) || !mayBeResource(type(call)) || isPart(call)
            || isContainers(call) || call.target().isConstructor() && !opensOutside(call) || isInMemory(call, 0);
        if (isNone) {
            return false;
        }
        return Lifetime.of(method, call.site(), ownership::wraps).uses().stream()
            .anyMatch(use -> isOwnClose(use) && use.site().index() > call.site().index());
    }

    private static Optional<ClassName> type(Call call) {
        return call.target().isConstructor()
            ? Optional.of(call.target().owner())
            : Descriptor.classIn(call.target().descriptor().result());
    }

    private boolean mayBeResource(Optional<ClassName> type) {
        return type.filter(name -> ResourceTypes.mayBe(name, index)).isPresent();
    }

    /** Rows and statements end with what they belong to, which is asked for its own close. */
    private boolean isPart(Call call) {
        return program.models().facts(call.target(), index).contains("within this")
            || type(call).filter(type -> type.equals(ROWS) || isMessaging(type)).isPresent()
            || type(call).filter(type -> index.isSubtype(type, STATEMENT)).isPresent() && hasLocalConnection(call);
    }

    private static boolean isMessaging(ClassName type) {
        return type.internal().matches("(javax|jakarta)/jms/.*") && !type.simple().endsWith("Connection");
    }

    private boolean hasLocalConnection(Call call) {
        List<String> types = call.target().descriptor().parameters();
        for (int i = 0; i < types.size() && i < call.arguments().size(); i++) {
            Origin argument = call.arguments().get(i);
            if (Descriptor.classIn(types.get(i)).filter(CONNECTION::equals).isPresent()
                && argument.argument().isEmpty() && !argument.isField()) {
                return true;
            }
        }
        return false;
    }

    /** Streams that end with a request or a process. */
    private static boolean isContainers(Call call) {
        String types = call.target().owner().internal() + " " + call.target().descriptor().result();
        return types.startsWith("java/lang/Process ") || types.contains("javax/servlet/")
            || types.contains("jakarta/servlet/");
    }

    /** A library's object over something that has a name; the program's own constructors are read. */
    private boolean opensOutside(Call call) {
        return !call.receiver().equals(Origin.THIS) && program.method(call.target()).isEmpty()
            && call.target().descriptor().parameters().stream()
                .anyMatch(
                    type -> Descriptor.classIn(type).map(ClassName::internal).filter(NAMES::contains).isPresent());
    }

    private boolean isInMemory(Call call, int depth) {
        if (program.models().facts(call.target(), index).contains("memory")
            || type(call).filter(OwnClose::isInMemory).isPresent() || depth > DEEPEST) {
            return true;
        }
        return Stream.concat(ownership.wrapped(call).stream(), call.arguments().stream().filter(this::isMadeInMemory))
            .flatMap(wrapped -> method.origins().inputs(wrapped).stream())
            .anyMatch(inner -> isInMemory(inner, depth));
    }

    private boolean isMadeInMemory(Origin argument) {
        return method.origins().inputs(argument).stream()
            .anyMatch(origin -> origin.is("new") && method.constructorOf(origin)
                .filter(made -> isInMemory(made.target().owner()))
                .isPresent());
    }

    private boolean isInMemory(Origin origin, int depth) {
        Optional<Call> maker = origin.is("new")
            ? method.constructorOf(origin)
            : origin.is("call") ? origin.site().flatMap(method::call) : Optional.empty();
        return maker.map(call -> isInMemory(call, depth + 1))
            .orElse(origin.isField() || origin.argument().isPresent() || origin.path().startsWith("static "));
    }

    private static boolean isInMemory(ClassName type) {
        return IN_MEMORY.stream().anyMatch(type.internal()::startsWith);
    }

    private static boolean isClose(Call call) {
        return call.name().equals("close") && call.target().descriptor().parameters().isEmpty();
    }

    private boolean isOwnClose(Lifetime.Use use) {
        return use.kind() == Lifetime.Use.Kind.RECEIVER && method.written(use.site())
            && method.call(use.site()).filter(OwnClose::isClose).isPresent();
    }

    /** Whether a use ends what the method itself closes elsewhere. */
    boolean ends(Lifetime life, Lifetime.Use use) {
        if (!ownership.ends(use)) {
            return false;
        }
        if (use.kind() != Lifetime.Use.Kind.ARGUMENT || ownership.isPartOfThis(use)) {
            return true;
        }
        Optional<Call> call = method.call(use.site());
        boolean mayEnd = call.isEmpty() || call.get().target().isConstructor() || soundsLikeEnd(call.get().name());
        return mayEnd
            || life.uses().stream().noneMatch(later -> isOwnClose(later) && follows(use.site(), later.site()));
    }

    private static boolean soundsLikeEnd(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDING.stream().anyMatch(lower::contains);
    }

    private boolean follows(Site use, Site close) {
        return use.index() < close.index() && method.flow().reaches(use, close);
    }
}
