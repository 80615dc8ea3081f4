package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Edge;
import dev.plumbline.bytecode.Exit;
import dev.plumbline.bytecode.Flow;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.Hazard;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;
import dev.plumbline.bytecode.Thrown;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.ClassName;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what a call throws leaves its method: past {@code finally} blocks, and through handlers that throw it on. */
final class Propagation {

    private static final ClassName UNCHECKED = ClassName.of("java.lang.RuntimeException");
    private static final ClassName EXCEPTION = ClassName.of("java.lang.Exception");
    private static final ClassName THROWABLE = ClassName.of("java.lang.Throwable");
    private static final ClassName ERROR = ClassName.of("java.lang.Error");

    private final MethodCode method;

    Propagation(MethodCode method) {
        this.method = method;
    }

    /**
     * The checked exceptions a callee is known to throw; with some, its failure is one of these. None means that its
     * failure is an unchecked one.
     */
    static Set<ClassName> checked(MethodCode method, Call call) {
        return new Propagation(method).checked(method.surroundings().thrownBy(call.target()).types());
    }

    private Set<ClassName> checked(Set<ClassName> types) {
        ClassIndex index = method.surroundings().index();
        return types.stream()
            .filter(type -> !index.isSubtype(type, UNCHECKED) && !index.isSubtype(type, ERROR))
            .collect(Collectors.toSet());
    }

    /**
     * What leaves the method when a call throws; empty when nothing does.
     *
     * @param checked what is thrown, or none for an unchecked exception; the result says it the same way, and differs
     *     where a handler throws another exception
     */
    Optional<Set<ClassName>> of(Call call, Set<ClassName> checked) {
        Optional<Handler> meant = method.handlers().stream()
            .filter(handler -> handler.guarded().contains(call.site()))
            .filter(handler -> handler.caught().stream().anyMatch(type -> isMeantFor(checked, type)))
            .findFirst();
        if (meant.isPresent()) {
            return thrownOn(meant.get());
        }
        BitSet seen = new BitSet();
        Deque<Site> landings = new ArrayDeque<>();
        for (Edge edge : method.flow().out(call.site())) {
            if (leaves(edge, checked, landings)) {
                return Optional.of(checked);
            }
        }
        while (!landings.isEmpty()) {
            Site here = landings.poll();
            if (seen.get(here.index())) {
                continue;
            }
            seen.set(here.index());
            Optional<Handler> handler = written(here);
            if (handler.isPresent()) {
                Optional<Set<ClassName>> thrownOn = thrownOn(handler.get());
                if (thrownOn.isPresent()) {
                    return thrownOn;
                }
                continue;
            }
            for (Edge edge : method.flow().out(here)) {
                if (edge.kind() != Edge.Kind.THROWN) {
                    landings.add(edge.to());
                } else if (isRethrow(here) && leaves(edge, checked, landings)) {
                    return Optional.of(checked);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether who catches this expects the failure: of unchecked ones the library's own, or all. */
    private boolean isMeantFor(Set<ClassName> checked, ClassName type) {
        ClassIndex index = method.surroundings().index();
        if (type.equals(EXCEPTION) || type.equals(THROWABLE) || checked.isEmpty() && type.equals(UNCHECKED)) {
            return true;
        }
        return checked.isEmpty()
            ? index.isSubtype(type, UNCHECKED) && !type.packageName().equals("java.lang")
            : checked.stream().anyMatch(thrown -> index.isSubtype(thrown, type));
    }

    private boolean leaves(Edge edge, Set<ClassName> checked, Deque<Site> landings) {
        if (edge.kind() != Edge.Kind.THROWN || !carries(method.throwing().along(edge), checked)) {
            return false;
        }
        if (edge.to().equals(Flow.EXIT)) {
            return true;
        }
        landings.add(edge.to());
        return false;
    }

    private boolean carries(Thrown thrown, Set<ClassName> checked) {
        Hazard least = checked.isEmpty() ? Hazard.POSSIBLE : Hazard.EXPLICIT;
        ClassIndex index = method.surroundings().index();
        return thrown.hazard().compareTo(least) >= 0
            && (checked.isEmpty() || thrown.types().isEmpty() || thrown.types().stream()
                .anyMatch(type -> checked.stream()
                    .anyMatch(one -> index.isSubtype(one, type) || index.isSubtype(type, one))));
    }

    private boolean isRethrow(Site site) {
        return method.exits().stream().anyMatch(exit -> exit.throwing() && exit.site().equals(site))
            && !method.written(site);
    }

    private Optional<Handler> written(Site start) {
        return method.handlers().stream().filter(handler -> handler.start().equals(start)).findFirst();
    }

    /** What a handler throws instead, when every way out of it throws: one that also goes on has dealt with it. */
    private Optional<Set<ClassName>> thrownOn(Handler handler) {
        boolean goesOn = method.exits().stream()
            .anyMatch(exit -> !exit.throwing() && method.flow().reaches(handler.start(), exit.site()));
        return goesOn
            ? Optional.empty()
            : method.exits().stream().filter(exit -> isThrownOut(exit, handler)).findFirst()
                .map(exit -> checked(method.throwing().at(exit.site()).types()));
    }

    private boolean isThrownOut(Exit exit, Handler handler) {
        return exit.throwing() && method.written(exit.site())
            && method.flow().reaches(handler.start(), exit.site())
            && method.flow().out(exit.site()).stream().anyMatch(edge -> edge.to().equals(Flow.EXIT));
    }
}
