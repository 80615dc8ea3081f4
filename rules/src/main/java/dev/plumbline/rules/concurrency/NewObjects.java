package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Exit;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.program.SummaryKind;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The classes of the objects that a value may be, as far as each was made anew: by a {@code new} in this method or in
 * the methods it calls.
 *
 * @param classes in order of their names
 * @param only whether the value is always one of these, or {@code null}
 */
record NewObjects(SortedSet<ClassName> classes, boolean only) {

    static final NewObjects NONE = new NewObjects(new TreeSet<>(), true);
    static final NewObjects UNKNOWN = new NewObjects(new TreeSet<>(), false);

    /** @param callees what methods return */
    static NewObjects of(Origin value, MethodCode method, Function<MethodRef, NewObjects> callees) {
        NewObjects all = NONE;
        for (Origin input : method.origins().inputs(value)) {
            all = all.or(ofOne(input, method, callees));
        }
        return all;
    }

    private static NewObjects ofOne(Origin value, MethodCode method, Function<MethodRef, NewObjects> callees) {
        if (value.equals(Origin.NULL)) {
            return NONE;
        }
        if (value.is("new")) {
            return method.constructorOf(value).map(made -> of(made.target().owner())).orElse(UNKNOWN);
        }
        Optional<Site> maker = value.is("call") ? value.site() : Optional.empty();
        return maker.flatMap(method::call).map(Call::target).map(callees).orElse(UNKNOWN);
    }

    private static NewObjects of(ClassName type) {
        return new NewObjects(new TreeSet<>(Set.of(type)), true);
    }

    NewObjects or(NewObjects other) {
        SortedSet<ClassName> both = new TreeSet<>(classes);
        both.addAll(other.classes);
        return new NewObjects(both, only && other.only);
    }

    /** How it is found for what methods return. Equal for one program, so that it is computed once. */
    record Kind(Program program) implements SummaryKind<NewObjects> {

        @Override
        public NewObjects bottom() {
            return NONE;
        }

        @Override
        public NewObjects unknown() {
            return UNKNOWN;
        }

        @Override
        public NewObjects join(NewObjects first, NewObjects second) {
            return first.or(second);
        }

        @Override
        public NewObjects library(MethodRef method, Program owner) {
            boolean fresh = owner.models().facts(method, owner.index()).stream()
                .anyMatch(fact -> fact.equals("returns fresh") || fact.equals("opens"));
            return fresh
                ? Descriptor.classIn(method.descriptor().result()).map(NewObjects::of).orElse(UNKNOWN)
                : UNKNOWN;
        }

        @Override
        public NewObjects of(MethodCode method, Function<MethodRef, NewObjects> callees) {
            String result = method.ref().descriptor().result();
            if (!result.startsWith("L")) {
                return UNKNOWN;
            }
            Set<Origin> returned = new LinkedHashSet<>();
            method.exits().stream().filter(exit -> !exit.throwing()).map(Exit::value).forEach(returned::add);
            return returned.stream()
                .map(value -> NewObjects.of(value, method, callees))
                .reduce(NONE, NewObjects::or);
        }
    }
}
