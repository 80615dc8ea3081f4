package dev.plumbline.rules.resources;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.FieldAccess;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.index.Annotation;
import dev.plumbline.index.ClassHeader;
import dev.plumbline.index.FieldHeader;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a client goes from the call that makes it: through builder calls, helpers of the program, the fields of its
 * class and lambdas, to the calls that wait for an answer. What leaves these ways may get a limit elsewhere.
 */
final class ClientUse {

    /** A call that waits. */
    record Wait(MethodCode method, Call call) {
    }

    private static final ClassName BEAN = ClassName.of("org.springframework.context.annotation.Bean");
    private static final int DEEPEST = 4;

    private final Program program;
    private final ClientKind kind;
    private final List<Wait> waits = new ArrayList<>();
    private final List<MethodRef> beans = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();
    private boolean limited;

    private ClientUse(Program program, ClientKind kind) {
        this.program = program;
        this.kind = kind;
    }

    static ClientUse of(Program program, ClientKind kind, MethodCode method, Call made) {
        ClientUse use = new ClientUse(program, kind);
        use.followResult(method, made.site(), 0);
        return use;
    }

    /** Whether something sets a limit on some way, or may. */
    boolean mayBeLimited() {
        return limited;
    }

    /** The methods through which a container has it, for whoever asks. */
    List<MethodRef> beans() {
        return List.copyOf(beans);
    }

    List<Wait> waits() {
        return List.copyOf(waits);
    }

    private void followResult(MethodCode method, Site site, int depth) {
        follow(method, Lifetime.of(method, site, use -> wraps(method, use)), depth);
    }

    private void follow(MethodCode method, Lifetime life, int depth) {
        for (Lifetime.Use use : life.uses()) {
            switch (use.kind()) {
                case RECEIVER, ARGUMENT -> method.call(use.site()).ifPresent(call -> called(method, call, use, depth));
                case RETURNED -> returned(method, depth);
                case FIELD -> stored(method, use.site(), depth);
                case CAPTURED -> captured(method, use, depth);
                case ELEMENT, THROWN -> limited = true;
                case LOOKED_AT -> {
                    // Says nothing of how long it waits.
                }
            }
        }
    }

    private boolean wraps(MethodCode method, Lifetime.Use use) {
        return method.call(use.site()).filter(call -> kind.isSame(call.target(), program.index())).isPresent();
    }

    private void called(MethodCode method, Call call, Lifetime.Use use, int depth) {
        if (kind.bounds(call.target(), program.index())) {
            limited |= !isZero(call);
        } else if (kind.waits(call.target(), program.index())) {
            waited(method, call);
        } else if (use.kind() == Lifetime.Use.Kind.ARGUMENT && !kind.isSame(call.target(), program.index())) {
            passed(call.target(), use.argument(), depth);
        }
    }

    private static boolean isZero(Call call) {
        String value = call.firstArgument().path();
        return value.equals("#0") || value.equals("static java/time/Duration.ZERO");
    }

    private void waited(MethodCode method, Call call) {
        if (!call.name().equals("sendAsync")) {
            limited |= hasOwnLimit(method, call);
            waits.add(new Wait(method, call));
        } else if (FutureWait.isEndless(method, call)) {
            waits.add(new Wait(method, call));
        } else {
            limited = true;
        }
    }

    /** A request of Apache's client may carry a limit of its own. */
    private static boolean hasOwnLimit(MethodCode method, Call wait) {
        return wait.arguments().stream().anyMatch(argument -> method.calls().stream()
            .anyMatch(call -> call.name().equals("setConfig") && call.receiver().equals(argument))
            || argument.argument().isPresent() || argument.isField() || isBuiltElsewhere(method, argument));
    }

    private static boolean isBuiltElsewhere(MethodCode method, Origin argument) {
        return argument.is("call") && argument.site().flatMap(method::call)
            .filter(call -> call.target().descriptor().result().contains("/HttpUriRequest")
                || call.target().descriptor().result().contains("ClassicHttpRequest"))
            .isPresent();
    }

    private void passed(MethodRef called, int argument, int depth) {
        List<MethodRef> targets = program.calls().targets(called);
        if (targets.isEmpty() || depth >= DEEPEST) {
            limited = true;
        }
        targets.forEach(target -> parameter(target, argument, depth));
    }

    private void parameter(MethodRef target, int argument, int depth) {
        Optional<MethodCode> code = program.method(target);
        if (code.isEmpty() || depth >= DEEPEST) {
            limited = true;
        } else if (seen.add(target + " " + argument)) {
            follow(code.get(), Lifetime.ofParameter(code.get(), argument, use -> wraps(code.get(), use)), depth + 1);
        }
    }

    private void captured(MethodCode method, Lifetime.Use use, int depth) {
        Optional<Lambda> lambda = method.lambdas().stream().filter(made -> made.site().equals(use.site())).findFirst();
        Optional<MethodCode> body = lambda.flatMap(made -> program.method(made.body()));
        if (body.isEmpty() || !body.get().header().isSynthetic()) {
            limited = true;
            return;
        }
        int shift = body.get().header().isStatic() ? 0 : 1;
        parameter(body.get().ref(), use.argument() - shift, depth);
    }

    private void returned(MethodCode method, int depth) {
        MethodHeader header = method.header();
        if (program.index().withMeta(header.annotations()).stream().map(Annotation::type).anyMatch(BEAN::equals)) {
            beans.add(method.ref());
            return;
        }
        List<MethodRef> callers = program.calls().callers(method.ref());
        if (callers.isEmpty() || depth >= DEEPEST || program.calls().isReferred(method.ref())) {
            limited = true;
            return;
        }
        for (MethodRef caller : callers) {
            program.method(caller).ifPresent(code -> code.calls().stream()
                .filter(call -> program.calls().targets(call.target()).contains(method.ref()))
                .filter(call -> seen.add(caller + " " + call.site()))
                .forEach(call -> followResult(code, call.site(), depth + 1)));
        }
    }

    private void stored(MethodCode method, Site site, int depth) {
        Optional<FieldRef> field = method.fields().stream()
            .filter(access -> access.site().equals(site))
            .map(FieldAccess::field)
            .findFirst();
        boolean isOwn = field.flatMap(this::header).filter(found -> found.isPrivate() || found.isFinal()).isPresent();
        if (!isOwn || depth >= DEEPEST) {
            limited = true;
        } else if (seen.add(field.get())) {
            for (ClassHeader type : program.classes()) {
                if (type.name().outermost().equals(field.get().owner().outermost())) {
                    readers(type, field.get(), method, site, depth);
                }
            }
        }
    }

    private Optional<FieldHeader> header(FieldRef field) {
        return program.index().find(field.owner()).flatMap(owner -> owner.field(field.name()));
    }

    private void readers(ClassHeader type, FieldRef field, MethodCode writer, Site written, int depth) {
        for (MethodHeader header : type.methods()) {
            program.method(new MethodRef(type.name(), header.name(), header.descriptor())).ifPresent(code -> {
                for (FieldAccess access : code.fields()) {
                    if (access.field().equals(field)) {
                        boolean isOther = !code.ref().equals(writer.ref()) || !access.site().equals(written);
                        if (access.isWrite()) {
                            limited |= isOther;
                        } else {
                            read(code, access.path(), depth);
                        }
                    }
                }
            });
        }
    }

    private void read(MethodCode code, Origin path, int depth) {
        if (!seen.add(code.ref() + " " + path)) {
            return;
        }
        for (Call call : code.calls()) {
            boolean onIt = call.kind() != Call.Kind.STATIC && call.receiver().equals(path);
            int argument = call.arguments().indexOf(path);
            if (onIt || argument >= 0) {
                Lifetime.Use.Kind how = onIt ? Lifetime.Use.Kind.RECEIVER : Lifetime.Use.Kind.ARGUMENT;
                Lifetime.Use use = new Lifetime.Use(call.site(), how, argument);
                called(code, call, use, depth);
                if (kind.isSame(call.target(), program.index())) {
                    followResult(code, call.site(), depth + 1);
                }
            }
        }
        limited |= code.exits().stream().anyMatch(exit -> exit.value().equals(path))
            || code.lambdas().stream().anyMatch(lambda -> lambda.captured().contains(path));
    }
}
