package dev.plumbline.rules.resources;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Exit;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Models;
import dev.plumbline.program.Program;
import dev.plumbline.program.SummaryKind;
import dev.plumbline.rules.resources.Handling.Fate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How {@link Handling} is found: for library methods from the models, for the program's own from their code. A
 * library's word counts for the methods that override it too. Equal for one program, so that it is computed once.
 */
record HandlingKind(Models models, ClassIndex index) implements SummaryKind<Handling> {

    /** What a method that ends a resource's life or hands it over is called, when no model knows it. */
    private static final Set<String> ENDING = Set.of("close", "closeQuietly", "closeSilently", "dispose", "release",
        "shutdown", "shutdownNow", "disconnect", "destroy", "terminate", "free", "abort", "logout", "quit", "kill",
        "detachFd", "cleanup", "stop", "register");
    private static final int LONGEST_CHAIN = 6;

    static HandlingKind of(Program program) {
        return new HandlingKind(program.models(), program.index());
    }

    @Override
    public Handling bottom() {
        return Handling.HARMLESS;
    }

    @Override
    public Handling unknown() {
        return Handling.UNKNOWN;
    }

    @Override
    public Handling join(Handling first, Handling second) {
        return first.or(second);
    }

    @Override
    public Handling library(MethodRef method, Program program) {
        return known(method).orElse(Handling.UNNAMED);
    }

    @Override
    public Handling of(MethodCode method, Function<MethodRef, Handling> callees) {
        return known(method.ref())
            .orElseGet(() -> written(method, called -> known(called).orElseGet(() -> callees.apply(called))));
    }

    /** What is known of a method without looking at its code. */
    Optional<Handling> known(MethodRef method) {
        Optional<Handling> modelled = modelled(method);
        return modelled.isEmpty() && ENDING.contains(method.name())
            ? Optional.of(Handling.UNKNOWN)
            : modelled;
    }

    private Handling written(MethodCode method, Function<MethodRef, Handling> callees) {
        Ownership ownership = new Ownership(method, callees);
        List<Fate> arguments = new ArrayList<>();
        List<String> types = method.ref().descriptor().parameters();
        for (int i = 0; i < types.size(); i++) {
            arguments.add(ResourceTypes.mayBe(types.get(i), index) ? fate(method, i, ownership) : Fate.TAKEN);
        }
        return new Handling(opens(method, ownership), receiver(method, callees), arguments, Fate.TAKEN);
    }

    private static Fate fate(MethodCode method, int parameter, Ownership ownership) {
        Fate fate = Fate.BORROWED;
        for (Lifetime.Use use : Lifetime.ofParameter(method, parameter, ownership::wraps).uses()) {
            if (use.kind() == Lifetime.Use.Kind.RETURNED || ownership.isPartOfThis(use)) {
                fate = Fate.WRAPPED;
            } else if (ownership.ends(use)) {
                return Fate.TAKEN;
            }
        }
        return fate;
    }

    /** A method that calls something that ends its own object, or a part of it, may be a close by another name. */
    private static Fate receiver(MethodCode method, Function<MethodRef, Handling> callees) {
        if (!method.exits().isEmpty()
            && method.exits().stream().allMatch(exit -> exit.throwing() || exit.value().equals(Origin.THIS))
            && method.exits().stream().anyMatch(exit -> exit.value().equals(Origin.THIS))) {
            return Fate.WRAPPED;
        }
        boolean ends = method.calls().stream()
            .filter(call -> call.kind() != Call.Kind.STATIC && !call.target().isConstructor())
            .filter(call -> callees.apply(call.target()).receiver() == Fate.TAKEN)
            .anyMatch(call -> call.receiver().root().equals(Origin.THIS));
        return ends ? Fate.TAKEN : Fate.BORROWED;
    }

    /** Every object it returns was opened here, for this call, and nobody else has it. */
    private boolean opens(MethodCode method, Ownership ownership) {
        if (method.ref().isConstructor()) {
            return opensForThis(method, ownership);
        }
        if (!ResourceTypes.mayBe(method.ref().descriptor().result(), index)) {
            return false;
        }
        Set<Origin> returned = new LinkedHashSet<>();
        for (Exit exit : method.exits()) {
            if (!exit.throwing()) {
                returned.addAll(method.origins().inputs(exit.value()));
            }
        }
        returned.remove(Origin.NULL);
        return !returned.isEmpty() && returned.stream().allMatch(origin -> isOpened(origin, method, ownership, 0));
    }

    /** A resource whose constructor opens what it keeps, and which can be closed, is itself to be closed. */
    private boolean opensForThis(MethodCode method, Ownership ownership) {
        return ResourceTypes.mayBe(method.ref().owner(), index) && method.calls().stream()
            .filter(ownership::opens)
            .filter(call -> !call.receiver().equals(Origin.THIS))
            .map(call -> Lifetime.of(method, call.site(), ownership::wraps).uses())
            .anyMatch(uses -> uses.stream().anyMatch(use -> use.kind() == Lifetime.Use.Kind.FIELD
                && method.origins().stack(use.site(), 1).equals(Origin.THIS)));
    }

    private boolean isOpened(Origin origin, MethodCode method, Ownership ownership, int depth) {
        Optional<Call> maker = origin.is("new")
            ? method.constructorOf(origin)
            : origin.is("call") ? origin.site().flatMap(method::call) : Optional.empty();
        if (maker.isEmpty() || depth > LONGEST_CHAIN) {
            return false;
        }
        Call call = maker.get();
        if (ownership.opens(call)) {
            return Lifetime.of(method, call.site(), ownership::wraps).uses().stream()
                .filter(use -> use.kind() != Lifetime.Use.Kind.RETURNED)
                .noneMatch(ownership::keeps);
        }
        return ownership.wrapped(call).stream()
            .anyMatch(inner -> isOpened(inner, method, ownership, depth + 1));
    }

    /** What the models say; empty when they do not speak of resources. */
    private Optional<Handling> modelled(MethodRef method) {
        List<String> facts = models.facts(method, index);
        boolean opens = facts.contains("opens") && !facts.contains("memory") && !facts.contains("within this");
        Fate receiver = fate(facts, "this").orElse(Fate.BORROWED);
        List<Fate> arguments = new ArrayList<>();
        boolean known = opens || facts.contains("within this") || facts.contains("memory")
            || fate(facts, "this").isPresent();
        for (int i = 0; i < method.descriptor().parameters().size(); i++) {
            Optional<Fate> fate = fate(facts, "arg" + i);
            known |= fate.isPresent();
            arguments.add(fate.orElse(Fate.TAKEN));
        }
        return known ? Optional.of(new Handling(opens, receiver, arguments, Fate.TAKEN)) : Optional.empty();
    }

    private static Optional<Fate> fate(List<String> facts, String subject) {
        if (facts.contains("closes " + subject)) {
            return Optional.of(Fate.TAKEN);
        }
        if (facts.contains("wraps " + subject) || facts.contains("returns " + subject)) {
            return Optional.of(Fate.WRAPPED);
        }
        return facts.contains("borrows " + subject) ? Optional.of(Fate.BORROWED) : Optional.empty();
    }
}
