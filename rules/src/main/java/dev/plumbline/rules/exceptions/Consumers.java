package dev.plumbline.rules.exceptions;

import dev.plumbline.bytecode.Branch;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Exit;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.Lifetime.Use;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.framework.Root;
import dev.plumbline.framework.Roots;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.rule.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the callers of a method do with its result. */
final class Consumers {

    private static final int DEEPEST = 3;
    private static final Set<String> REFUSING = Set.of("orElseThrow", "get", "getAsInt", "getAsLong", "requireNonNull",
        "checkNotNull", "notNull", "assertNotNull");

    private static final String OPTIONAL = "java/util/Optional";
    private static final Set<String> TEXTS = Set.of("String", "StringBuilder", "StringJoiner", "PrintStream",
        "PrintWriter");
    private static final Pattern LOGS = Pattern.compile("Log|Logger|LOG|\\w*Logger");

    /** @param taken a call whose result is used without asking whether there is one */
    record Answer(boolean anyCaller, Optional<Taken> taken) {
    }

    record Taken(MethodCode method, Call call) {
    }

    private final Program program;
    private final Roots roots;
    private final boolean isNull;

    /** @param isNull whether the result in question is {@code null}, which a field may well hold */
    Consumers(Context context, boolean isNull) {
        this.program = context.program();
        this.roots = context.roots();
        this.isNull = isNull;
    }

    Answer of(MethodRef method) {
        return of(method, DEEPEST);
    }

    private Answer of(MethodRef method, int depth) {
        boolean any = program.calls().isReferred(method);
        for (MethodRef caller : program.calls().callers(method)) {
            Optional<MethodCode> code = program.method(caller).filter(found -> !caller.equals(method));
            if (code.isEmpty()) {
                // A caller that does not compile is one, whatever it does.
                any |= !caller.equals(method);
                continue;
            }
            for (Call call : code.get().calls()) {
                if (isCallOf(method, call)) {
                    any = true;
                    Optional<Taken> taken = taken(code.get(), call, depth);
                    if (taken.isPresent()) {
                        return new Answer(true, taken);
                    }
                }
            }
        }
        return new Answer(any, Optional.empty());
    }

    /** Through an interface of a library anything may be called. */
    private boolean isCallOf(MethodRef method, Call call) {
        return call.name().equals(method.name()) && program.owns(call.target().owner())
            && program.calls().targets(call.target()).contains(method);
    }

    private Optional<Taken> taken(MethodCode caller, Call call, int depth) {
        String result = call.target().descriptor().result();
        boolean isReference = result.startsWith("L") || result.startsWith("[");
        if (!isReference) {
            return refusesByBranch(caller, call.result()) ? Optional.empty() : Optional.of(new Taken(caller, call));
        }
        List<Use> uses = new ArrayList<>(Lifetime.of(caller, call.site(), use -> false).uses());
        if (uses.isEmpty() && result.startsWith("L") || refusesByBranch(caller, call.result())
            || asksForNull(caller, call) || uses.stream().anyMatch(use -> isRefusal(caller, use))
            || !uses.isEmpty() && uses.stream().allMatch(use -> isShown(caller, use))
            || isNull && handsToOneThatAsks(caller, uses)) {
            return Optional.empty();
        }
        boolean handsOn = !uses.isEmpty() && uses.stream().allMatch(use -> use.kind() == Use.Kind.RETURNED
            || use.kind() == Use.Kind.LOOKED_AT);
        if (handsOn && depth > 0) {
            Optional<Taken> further = of(caller.ref(), depth - 1).taken();
            return further.isPresent() || !answersRequest(caller) ? further : Optional.of(new Taken(caller, call));
        }
        if (isNull && uses.stream().allMatch(use -> use.kind() == Use.Kind.FIELD)) {
            return Optional.empty();
        }
        return Optional.of(new Taken(caller, call));
    }

    /** What it returns goes to whoever asked from outside. */
    private boolean answersRequest(MethodCode method) {
        return roots.all().stream().anyMatch(root -> root.method().equals(method.ref())
            && (root.kind() == Root.Kind.REQUEST || root.kind() == Root.Kind.GRPC));
    }

    private static boolean isRefusal(MethodCode caller, Use use) {
        return (use.kind() == Use.Kind.RECEIVER || use.kind() == Use.Kind.ARGUMENT)
            && caller.call(use.site()).filter(call -> REFUSING.contains(call.name())
                && (use.kind() == Use.Kind.ARGUMENT || call.target().owner().internal().startsWith(OPTIONAL)
                    || call.name().equals("orElseThrow")))
                .isPresent();
    }

    /** Texts that become part of another text for people to read, or are only handed on, decide nothing here. */
    private boolean isShown(MethodCode caller, Use use) {
        return switch (use.kind()) {
            case LOOKED_AT -> true;
            case CAPTURED -> caller.lambdas().stream().noneMatch(lambda -> lambda.site().equals(use.site()));
            case ARGUMENT -> caller.call(use.site()).filter(call -> TEXTS.contains(call.target().owner().simple())
                || LOGS.matcher(call.target().owner().simple()).matches()
                || program.owns(call.target().owner()) && isText(call, use.argument())).isPresent();
            default -> false;
        };
    }

    private static boolean isText(Call call, int argument) {
        return call.target().descriptor().parameters().get(argument).equals("Ljava/lang/String;");
    }

    /** Whether a method of the program that it is handed to tests the parameter for {@code null}. */
    private boolean handsToOneThatAsks(MethodCode caller, List<Use> uses) {
        return uses.stream().filter(use -> use.kind() == Use.Kind.ARGUMENT)
            .anyMatch(use -> caller.call(use.site()).stream()
                .flatMap(call -> program.calls().targets(call.target()).stream())
                .flatMap(target -> program.method(target).stream())
                .anyMatch(target -> target.branches().stream().anyMatch(branch -> branch.isNullTest()
                    && branch.tested().argument().equals(OptionalInt.of(use.argument())))));
    }

    /** {@code if (result == null) throw …}, also for a number or a truth value. */
    private static boolean refusesByBranch(MethodCode caller, Origin result) {
        for (Branch branch : caller.branches()) {
            if (branch.tested().equals(result)) {
                for (Exit exit : caller.exits()) {
                    if (exit.throwing() && caller.written(exit.site())
                        && (isBehind(caller, branch.taken(), exit) || isBehind(caller, branch.otherwise(), exit))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Also of a variable or a field that it is kept in first. */
    private static boolean asksForNull(MethodCode caller, Call call) {
        Set<String> fields = caller.fields().stream()
            .filter(access -> access.isWrite() && access.value().equals(call.result()))
            .map(access -> access.field().name())
            .collect(Collectors.toSet());
        return caller.branches().stream().filter(Branch::isNullTest).map(Branch::tested)
            .anyMatch(tested -> caller.origins().inputs(tested).contains(call.result())
                || tested.isField() && fields.contains(tested.fieldNames().get(tested.fieldNames().size() - 1)));
    }

    private static boolean isBehind(MethodCode caller, Site side, Exit exit) {
        return caller.flow().dominates(side, exit.site());
    }
}
