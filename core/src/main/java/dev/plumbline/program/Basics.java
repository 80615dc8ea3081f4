package dev.plumbline.program;

import dev.plumbline.bytecode.Edge;
import dev.plumbline.bytecode.Exit;
import dev.plumbline.bytecode.Flow;
import dev.plumbline.bytecode.Hazard;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Returned;
import dev.plumbline.bytecode.Site;
import dev.plumbline.bytecode.Thrown;
import dev.plumbline.index.ClassIndex;
import dev.plumbline.index.MethodHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a method throws and what it returns: the two facts that the flow analysis of its callers needs, computed
 * together because each needs the other.
 */
record Basics(Thrown thrown, Returned returned) {

    private static final ClassName RUNTIME_EXCEPTION = ClassName.of("java.lang.RuntimeException");
    private static final ClassName ERROR = ClassName.of("java.lang.Error");
    private static final Thrown POSSIBLY = new Thrown(Hazard.POSSIBLE, Set.of());

    /** How they are computed. */
    static final SummaryKind<Basics> KIND = new Kind();

    private static final class Kind implements SummaryKind<Basics> {

        @Override
        public Basics bottom() {
            return new Basics(Thrown.NOTHING, new Returned(false, true, Optional.empty()));
        }

        @Override
        public Basics unknown() {
            return new Basics(POSSIBLY, Returned.UNKNOWN);
        }

        @Override
        public Basics of(MethodCode method, Function<MethodRef, Basics> callees) {
            return new Basics(promised(thrownBy(method), method), returnedBy(method, callees));
        }

        @Override
        public Basics join(Basics first, Basics second) {
            Hazard worse = first.thrown.hazard().compareTo(second.thrown.hazard()) >= 0
                ? first.thrown.hazard()
                : second.thrown.hazard();
            Set<ClassName> types = new TreeSet<>(first.thrown.types());
            types.addAll(second.thrown.types());
            Returned one = first.returned;
            Returned other = second.returned;
            return new Basics(new Thrown(worse, types), new Returned(one.mayBeNull() || other.mayBeNull(),
                one.fresh() && other.fresh(), one.origin().filter(origin -> other.origin().equals(one.origin()))));
        }

        @Override
        public Basics library(MethodRef method, Program program) {
            List<String> facts = program.models().facts(method, program.index());
            return new Basics(declared(method, facts, program.index()), modelled(facts));
        }
    }

    /** What can be overridden and says that it throws may do so in a subclass, if not here. */
    private static Thrown promised(Thrown thrown, MethodCode method) {
        MethodHeader header = method.header();
        boolean isFixed =
            header.isStatic() || header.isPrivate() || Modifier.isFinal(header.access()) || method.ref().isConstructor()
                || method.type().header().isFinal();
        boolean isWeaker = thrown.hazard().compareTo(Hazard.POSSIBLE) < 0;
        return isWeaker && !isFixed && !header.exceptions().isEmpty() ? POSSIBLY : thrown;
    }

    private static Thrown thrownBy(MethodCode method) {
        return method.isGuarded() ? leaving(method) : raised(method);
    }

    /** Without handlers everything that is raised leaves the method: no control flow is needed to know it. */
    private static Thrown raised(MethodCode method) {
        Hazard worst = Hazard.IMPLICIT;
        Set<ClassName> types = new TreeSet<>();
        List<Thrown> all = new ArrayList<>();
        method.calls().forEach(call -> all.add(method.surroundings().thrownBy(call.target())));
        method.exits().stream()
            .filter(Exit::throwing)
            .forEach(exit -> all.add(method.throwing().at(exit.site())));
        for (Thrown thrown : all) {
            worst = thrown.hazard().compareTo(worst) > 0 ? thrown.hazard() : worst;
            types.addAll(thrown.types());
        }
        return new Thrown(worst, types);
    }

    private static Thrown leaving(MethodCode method) {
        Hazard worst = Hazard.NONE;
        Set<ClassName> types = new TreeSet<>();
        for (int i = 0; i < method.size(); i++) {
            for (Edge edge : method.flow().out(new Site(i))) {
                if (leavesByThrowing(edge)) {
                    Thrown thrown = method.throwing().along(edge);
                    worst = thrown.hazard().compareTo(worst) > 0 ? thrown.hazard() : worst;
                    types.addAll(thrown.types());
                }
            }
        }
        return new Thrown(worst, types);
    }

    private static boolean leavesByThrowing(Edge edge) {
        return edge.kind() == Edge.Kind.THROWN && edge.to().equals(Flow.EXIT);
    }

    private static Returned returnedBy(MethodCode method, Function<MethodRef, Basics> callees) {
        String result = method.ref().descriptor().result();
        if (!result.startsWith("L") && !result.startsWith("[")) {
            return new Returned(false, false, Optional.empty());
        }
        Set<Origin> origins = new LinkedHashSet<>();
        for (Exit exit : method.exits()) {
            if (!exit.throwing()) {
                origins.addAll(method.origins().inputs(exit.value()));
            }
        }
        boolean mayBeNull = false;
        boolean fresh = !origins.isEmpty();
        for (Origin origin : origins) {
            mayBeNull |= origin.equals(Origin.NULL) || !origin.isKnown();
            fresh &= isFresh(origin, method, callees);
        }
        Optional<Origin> only = origins.size() == 1 ? origins.stream().filter(Basics::isCallersWord).findFirst()
            : Optional.empty();
        return new Returned(mayBeNull, fresh, only);
    }

    private static boolean isFresh(Origin origin, MethodCode method, Function<MethodRef, Basics> callees) {
        return origin.path().startsWith("new@") && origin.base().isEmpty()
            || origin.path().startsWith("call@") && origin.base().isEmpty() && origin.site().flatMap(method::call)
                .filter(call -> callees.apply(call.target()).returned.fresh())
                .isPresent();
    }

    /** Whether a caller can say it too: its own arguments, fields of them, static fields, constants. */
    private static boolean isCallersWord(Origin origin) {
        String path = origin.path();
        return path.startsWith("this") || path.startsWith("arg") || path.startsWith("static ")
            || origin.isConstant() && !origin.equals(Origin.NULL);
    }

    private static Thrown declared(MethodRef method, List<String> facts, ClassIndex index) {
        if (facts.contains("nothrow")) {
            return Thrown.NOTHING;
        }
        Set<ClassName> types = new TreeSet<>();
        facts.stream()
            .filter(fact -> fact.startsWith("throws "))
            .forEach(fact -> types.add(ClassName.of(fact.substring("throws ".length()))));
        index.resolve(method)
            .flatMap(found -> index.find(found.owner()).flatMap(type -> type.method(found.name(), found.descriptor())))
            .map(MethodHeader::exceptions)
            .orElse(List.of())
            .stream()
            .filter(type -> isChecked(type, index))
            .forEach(types::add);
        return types.isEmpty() ? POSSIBLY : new Thrown(Hazard.EXPLICIT, types);
    }

    private static boolean isChecked(ClassName type, ClassIndex index) {
        return index.isComplete(type) && !index.isSubtype(type, RUNTIME_EXCEPTION) && !index.isSubtype(type, ERROR);
    }

    private static Returned modelled(List<String> facts) {
        Optional<Origin> origin = facts.stream()
            .filter(fact -> fact.startsWith("returns this") || fact.startsWith("returns arg"))
            .map(fact -> new Origin(fact.substring("returns ".length())))
            .findFirst();
        boolean fresh = facts.contains("returns fresh") || facts.contains("opens");
        boolean never = !facts.contains("returns null?")
            && (facts.contains("returns nonnull") || fresh || origin.isPresent());
        return new Returned(!never, fresh, origin);
    }
}
