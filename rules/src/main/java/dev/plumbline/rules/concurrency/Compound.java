package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Branch;
import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import dev.plumbline.framework.Root;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import dev.plumbline.program.Program;
import dev.plumbline.rule.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A look at an entry of a map and a change of it, on one map with one key: why another thread between the two matters.
 * A value that is computed from the key alone may be computed twice; that is how caches are written.
 */
final class Compound {

    private static final Callee GET = Callee.of("java.util.Map").named("get", "getOrDefault");
    private static final Callee PUT = Callee.of("java.util.Map")
        .named("put", "putIfAbsent", "computeIfAbsent", "compute", "merge");

    private final MethodCode method;
    private final Call check;
    private final Call act;
    private final Context context;
    private final Program program;
    private final Stateful stateful;

    Compound(MethodCode method, Call check, Call act, Context context) {
        this.method = method;
        this.check = check;
        this.act = act;
        this.context = context;
        this.program = context.program();
        this.stateful = new Stateful(program);
    }

    /** What is lost when another thread comes between, as a sentence for the finding; empty when nothing is. */
    Optional<String> damage() {
        if (act.name().equals("remove")) {
            return looksAtValue() && !isAnswered() && isPutElsewhere() && isEnteredByMany()
                ? Optional.of("`remove` can remove another value than the one that `" + check.name()
                    + "` returned and that was looked at")
                : Optional.empty();
        }
        if (Derived.from(check.result(), value(), method) && isSumOrCopy()) {
            return Optional.of("`" + act.name() + "` writes what was computed from an earlier `" + check.name()
                + "`; what another thread writes in between is lost");
        }
        Claim claim = new Claim(method, check, act);
        if (act.name().equals("put") && claim.isAnswered()) {
            return Optional.of("two threads can both `" + act.name() + "` after `" + check.name()
                + "` said that nobody had, and both are told that they were the first");
        }
        if (act.name().equals("put") && claim.isFirstCount()) {
            return Optional.of("`" + act.name() + "` can replace what another thread has counted since `"
                + check.name() + "`");
        }
        return replaced().map(type -> "`" + act.name() + "` can replace the `" + type.simple()
            + "` that another thread put there after `" + check.name() + "`");
    }

    /**
     * Arithmetic on the old value, with numbers of any kind, or the old collection with something more. Of other
     * objects made from old ones reading has shown that one thread makes them all.
     */
    private boolean isSumOrCopy() {
        return new Sums(method).source(value(), check.result()::equals).isPresent()
            || method.origins().inputs(value()).stream().anyMatch(input -> input.is("op") || method.constructorOf(input)
                .filter(made -> stateful.isContainer(made.target().owner()))
                .isPresent());
    }

    private Origin value() {
        return act.arguments().get(1);
    }

    /** The class of the new object that the act puts, if it matters which of two threads' objects is in the map. */
    private Optional<ClassName> replaced() {
        boolean decides = method.flow().decides(check, act)
            || method.origins().inputs(value()).contains(check.result());
        if (!act.name().equals("put") || !decides) {
            return Optional.empty();
        }
        NewObjects.Kind kind = new NewObjects.Kind(program);
        return candidates()
            .flatMap(input -> {
                NewObjects made = NewObjects.of(input, method, called -> program.summary(kind, called));
                return made.only() ? made.classes().stream().filter(type -> matters(type, input)) : Stream.empty();
            })
            .findFirst();
    }

    /** What may be put; for the result of {@code getOrDefault} that is the default too. */
    private Stream<Origin> candidates() {
        List<Origin> inputs = method.origins().inputs(value());
        return check.name().equals("getOrDefault") && inputs.contains(check.result())
            ? Stream.concat(inputs.stream(), method.origins().inputs(check.arguments().get(1)).stream())
            : inputs.stream();
    }

    /**
     * A lock, a pool or a thread is one of a kind. Anything else matters if it is changed where it is, by this method
     * or, if it is empty or returned as a counter, by those who get it.
     */
    private boolean matters(ClassName type, Origin made) {
        if (stateful.isContainer(type)) {
            return isChangedInPlace(made) || made.is("new") && !isFilledBefore(made);
        }
        if (Stateful.isCounter(type)) {
            return isChangedInPlace(made) || isReturned(made);
        }
        return stateful.isIdentity(type)
            || program.owns(type) && (isChangedInPlace(made) || holdsCounter(type) && isReturned(made));
    }

    /** A record does not change, but what it holds may. */
    private boolean holdsCounter(ClassName type) {
        return program.index().find(type).stream()
            .flatMap(header -> header.fields().stream())
            .filter(field -> !field.isStatic())
            .flatMap(field -> Descriptor.classIn(field.type()).stream())
            .anyMatch(Stateful::isCounter);
    }

    private boolean isReturned(Origin made) {
        return method.exits().stream()
            .filter(exit -> !exit.throwing())
            .anyMatch(exit -> method.origins().inputs(exit.value()).contains(made) || isFetched(exit.value()));
    }

    /** The object put, or the one that was there, is changed by this method after it is in the map. */
    private boolean isChangedInPlace(Origin made) {
        Predicate<Origin> isIt = value -> value.equals(made) || value.equals(check.result()) || isFetched(value);
        return method.calls().stream()
            .filter(call -> call.kind() != Call.Kind.STATIC && Stateful.changes(call) && !overwrites(call))
            .filter(call -> !call.receiver().equals(made) || method.flow().reaches(act.site(), call.site()))
            .anyMatch(call -> method.origins().inputs(call.receiver()).stream().anyMatch(isIt));
    }

    /** {@code counter.set(5)}: what was there before is forgotten either way. */
    private static boolean overwrites(Call call) {
        return call.name().equals("set") && call.arguments().size() == 1;
    }

    private boolean isFetched(Origin value) {
        return value.is("call") && value.site().flatMap(method::call)
            .filter(call -> GET.matches(call.target(), program.index()))
            .filter(call -> call.receiver().equals(act.receiver()))
            .isPresent();
    }

    private boolean isFilledBefore(Origin made) {
        Site birth = method.constructorOf(made).map(Call::site).orElseThrow();
        boolean isCopy = method.call(birth).orElseThrow().arguments().stream()
            .anyMatch(argument -> !argument.isConstant());
        return isCopy || Lifetime.of(method, birth, use -> false).uses().stream()
            .filter(use -> use.kind() == Lifetime.Use.Kind.RECEIVER || use.kind() == Lifetime.Use.Kind.ARGUMENT)
            .map(Lifetime.Use::site)
            .anyMatch(site -> !site.equals(act.site()) && method.flow().reaches(site, act.site()));
    }

    /** What {@code remove} returns is looked at: this thread learns whether it was the one. */
    private boolean isAnswered() {
        Origin removed = act.result();
        return method.branches().stream().anyMatch(branch -> branch.tested().equals(removed))
            || method.exits().stream().anyMatch(exit -> method.origins().inputs(exit.value()).contains(removed))
            || method.calls().stream().anyMatch(call -> call.kind() != Call.Kind.STATIC
                && call.receiver().equals(removed));
    }

    /** More than whether there is one decides that it is removed. */
    private boolean looksAtValue() {
        return !check.name().equals("containsKey") && method.branches().stream()
            .filter(branch -> method.flow().dominates(check.site(), branch.site()))
            .filter(this::looksAtValue)
            .anyMatch(branch -> Sides.onOneSide(method, branch, act.site()));
    }

    /** A comparison with a number, or a method that asks for the value's state: is it empty, has it expired? */
    private boolean looksAtValue(Branch branch) {
        boolean isNumber = branch.tested().equals(check.result()) && branch.against().path().startsWith("#");
        return isNumber || isStateOf(branch.tested()) || isStateOf(branch.against());
    }

    private boolean isStateOf(Origin answer) {
        Optional<Call> question = answer.is("call") ? answer.site().flatMap(method::call) : Optional.empty();
        return question
            .filter(call -> !call.name().equals("equals") && call.target().descriptor().result().length() == 1)
            .filter(call -> call.receiver().equals(check.result()) || call.arguments().contains(check.result()))
            .isPresent();
    }

    /** Maps that one thread of many keeps in order are common; there reading and removing in two steps is right. */
    private boolean isEnteredByMany() {
        return context.roots().reaching(method.ref()).stream().anyMatch(Root.Kind::isConcurrent);
    }

    private boolean isPutElsewhere() {
        String name = act.receiver().fieldNames().get(act.receiver().fieldNames().size() - 1);
        return method.type().methods().stream()
            .filter(other -> !other.ref().isConstructor() && !other.ref().isStaticInitializer())
            .anyMatch(other -> other.calls(PUT).anyMatch(put -> put.receiver().path().endsWith("." + name)));
    }
}
