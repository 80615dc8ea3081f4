package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a value is computed from another: by arithmetic, by a method called on it or with it, by a constructor. */
final class Derived {

    private static final int DEEPEST = 5;

    private final MethodCode method;
    private final Origin source;

    private Derived(MethodCode method, Origin source) {
        this.method = method;
        this.source = source;
    }

    /** The source itself is not derived from it. */
    static boolean from(Origin source, Origin value, MethodCode method) {
        return source.isKnown() && new Derived(method, source).isComputed(value, DEEPEST);
    }

    /** In one step: {@code source + 1}, not what was computed from such a sum later. */
    static boolean directlyFrom(Origin source, Origin value, MethodCode method) {
        return source.isKnown() && new Derived(method, source).isComputed(value, 1);
    }

    private boolean isComputed(Origin value, int depth) {
        return method.origins().inputs(value).stream()
            .filter(input -> !input.equals(source))
            .anyMatch(input -> operands(input).stream().anyMatch(operand -> uses(operand, depth - 1)));
    }

    private boolean uses(Origin operand, int depth) {
        return method.origins().inputs(operand).stream()
            .anyMatch(input -> input.equals(source) || input.root().equals(source))
            || depth > 0 && isComputed(operand, depth);
    }

    private List<Origin> operands(Origin value) {
        if (value.is("new")) {
            return method.constructorOf(value).map(Call::arguments).orElse(List.of());
        }
        Optional<Site> site = value.is("call") || value.is("op") || value.is("elem") ? value.site() : Optional.empty();
        if (site.isEmpty()) {
            return value.base().map(List::of).orElse(List.of());
        }
        Optional<Call> call = method.call(site.get());
        List<Origin> operands = new ArrayList<>(call.map(Call::arguments).orElseGet(() -> topTwo(site.get())));
        call.filter(made -> made.kind() != Call.Kind.STATIC).map(Call::receiver).ifPresent(operands::add);
        return operands;
    }

    /** What arithmetic takes is on top of the stack; an operation of one value sees one too many, which is rare. */
    private List<Origin> topTwo(Site site) {
        List<Origin> top = new ArrayList<>();
        for (int depth = 0; depth < Math.min(2, method.origins().stackSize(site)); depth++) {
            top.add(method.origins().stack(site, depth));
        }
        return top;
    }
}
