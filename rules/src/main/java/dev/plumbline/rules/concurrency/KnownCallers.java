package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether all calls of a method that the program has are made under some lock, whichever, or while an object is being
 * made. Weaker than locks held at entry, and so a reason to be silent, not to speak: it is how the class is meant to
 * be used. A lambda is called where it is made.
 */
final class KnownCallers {

    private static final int MOST = 100;
    private static final Set<String> START_UP = Set.of("load", "init", "initialize", "start", "recover", "deserialize",
        "prepare");

    private final Program program;

    KnownCallers(Program program) {
        this.program = program;
    }

    boolean holdLock(MethodCode method) {
        Set<MethodRef> asked = new HashSet<>(Set.of(method.ref()));
        Deque<MethodRef> open = new ArrayDeque<>(asked);
        boolean isHeld = false;
        while (!open.isEmpty()) {
            MethodRef called = open.poll();
            List<MethodRef> callers = program.calls().callers(called);
            if (callers.isEmpty() || asked.size() > MOST) {
                return false;
            }
            for (MethodRef caller : callers) {
                if (holdsLock(caller, called)) {
                    isHeld = true;
                } else if (asked.add(caller)) {
                    open.add(caller);
                }
            }
        }
        return isHeld;
    }

    /** Whether all calls come from the {@code run()} of the same class: the object is a thread of its own. */
    boolean areOwnRun(MethodCode method) {
        return allComeFrom(method, called -> isOwn(called.owner(), method.ref().owner())
            && called.name().equals("run") && called.descriptor().text().equals("()V"));
    }

    /** The same class, or one that the object is as well. */
    private boolean isOwn(ClassName runs, ClassName owner) {
        return program.index().isSubtype(owner, runs) || program.index().isSubtype(runs, owner);
    }

    /** Whether all calls come from steps of a start-up, which one thread takes once. */
    boolean startUp(MethodCode method) {
        return allComeFrom(method, called -> !called.equals(method.ref()) && START_UP.contains(called.name()));
    }

    /** A private method that nobody calls, in a class of which not all methods compile: those may hold the calls. */
    boolean areMissing(MethodCode method) {
        return method.header().isPrivate() && program.calls().callers(method.ref()).isEmpty()
            && method.type().header().methods().stream()
                .map(other -> new MethodRef(method.ref().owner(), other.name(), other.descriptor()))
                .anyMatch(program::isBroken);
    }

    private boolean allComeFrom(MethodCode method, Predicate<MethodRef> start) {
        Set<MethodRef> asked = new HashSet<>(Set.of(method.ref()));
        Deque<MethodRef> open = new ArrayDeque<>(asked);
        while (!open.isEmpty() && asked.size() <= MOST) {
            MethodRef called = open.poll();
            if (start.test(called)) {
                continue;
            }
            List<MethodRef> callers = program.calls().callers(called);
            if (callers.isEmpty()) {
                return false;
            }
            callers.stream().filter(asked::add).forEach(open::add);
        }
        return asked.size() <= MOST;
    }

    /** Also when a lambda is among the callers: who runs it may hold a lock meanwhile. */
    boolean mayHoldLock(MethodCode method) {
        Set<MethodRef> asked = new HashSet<>(Set.of(method.ref()));
        Deque<MethodRef> open = new ArrayDeque<>(asked);
        while (!open.isEmpty() && asked.size() <= MOST) {
            MethodRef called = open.poll();
            if (program.calls().isReferred(called)) {
                return true;
            }
            program.calls().callers(called).stream().filter(asked::add).forEach(open::add);
        }
        return asked.size() > MOST || holdLock(method);
    }

    private boolean holdsLock(MethodRef caller, MethodRef called) {
        Optional<MethodCode> code = program.method(caller);
        return code.isPresent() && sites(code.get(), called).allMatch(site -> isLocked(code.get(), site));
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
