package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether all calls of a method that the program has are made under some lock, whichever, or while an object is being
 * made. Weaker than locks held at entry, and so a reason to be silent, not to speak: it is how the class is meant to
 * be used. A lambda is called where it is made.
 */
final class KnownCallers {

    private static final int FARTHEST = 5;

    private final Program program;

    KnownCallers(Program program) {
        this.program = program;
    }

    boolean holdLock(MethodCode method) {
        return holdLock(method.ref(), FARTHEST);
    }

    private boolean holdLock(MethodRef method, int farthest) {
        List<MethodRef> callers = program.calls().callers(method);
        return farthest > 0 && !callers.isEmpty()
            && callers.stream().allMatch(caller -> caller.equals(method) || holdsLock(caller, method, farthest));
    }

    private boolean holdsLock(MethodRef caller, MethodRef method, int farthest) {
        Optional<MethodCode> code = program.method(caller);
        if (code.isEmpty()) {
            return false;
        }
        boolean always = sites(code.get(), method).allMatch(site -> isLocked(code.get(), site));
        return always || holdLock(caller, farthest - 1);
    }

    private Stream<Site> sites(MethodCode caller, MethodRef method) {
        Stream<Site> lambdas = caller.lambdas().stream()
            .filter(lambda -> lambda.body().equals(method))
            .map(Lambda::site);
        Stream<Site> calls = caller.calls().stream()
            .filter(call -> call.name().equals(method.name()))
            .filter(call -> program.calls().targets(call.target()).contains(method))
            .filter(call -> !makesReceiver(caller, call))
            .map(Call::site);
        return Stream.concat(lambdas, calls);
    }

    private static boolean makesReceiver(MethodCode caller, Call call) {
        return caller.ref().isConstructor() && call.receiver().equals(Origin.THIS)
            || caller.ref().isStaticInitializer();
    }

    private static boolean isLocked(MethodCode caller, Site site) {
        return caller.locks().held(site).stream().anyMatch(lock -> !lock.shared());
    }
}
