package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.bytecode.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a number is reckoned from another: by an operator, or by methods named as {@code BigDecimal} names them. */
record Sums(MethodCode method) {

    private static final int DEEPEST = 7;
    private static final Set<String> RECKONING = Set.of("add", "subtract", "plus", "minus", "multiply", "divide",
        "addExact", "subtractExact", "incrementExact", "decrementExact", "multiplyExact", "sum", "sub", "mul", "div");
    /** What they return is as good as what they are given. */
    private static final Set<String> PASSING = Set.of("valueOf", "parseInt", "parseLong", "parseDouble", "toString",
        "intValue", "longValue", "doubleValue", "setScale", "max", "min", "requireNonNull", "requireNonNullElse",
        "ofNullable", "orElse", "get", "toInt", "toLong");

    /** The first of the values reckoned with that is wanted; the wanted value itself is not reckoned. */
    Optional<Origin> source(Origin value, Predicate<Origin> wanted) {
        return find(value, wanted, false, DEEPEST);
    }

    private Optional<Origin> find(Origin value, Predicate<Origin> wanted, boolean isReckoned, int depth) {
        if (depth == 0) {
            return Optional.empty();
        }
        for (Origin input : method.origins().inputs(value)) {
            if (wanted.test(input)) {
                if (isReckoned) {
                    return Optional.of(input);
                }
                continue;
            }
            Optional<Origin> found = operands(input, wanted, isReckoned, depth);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Origin> operands(Origin value, Predicate<Origin> wanted, boolean isReckoned, int depth) {
        Optional<Site> site = value.is("op") || value.is("call") ? value.site() : Optional.empty();
        if (site.isEmpty()) {
            return Optional.empty();
        }
        Optional<Call> call = method.call(site.get());
        boolean reckons = call.map(made -> RECKONING.contains(made.name())).orElse(true);
        if (!reckons && !PASSING.contains(call.get().name())) {
            return Optional.empty();
        }
        List<Origin> operands = call.map(Sums::operands).orElseGet(() -> topTwo(site.get()));
        return operands.stream()
            .flatMap(operand -> find(operand, wanted, isReckoned || reckons, depth - 1).stream())
            .findFirst();
    }

    private static List<Origin> operands(Call call) {
        List<Origin> operands = new ArrayList<>(call.arguments());
        if (call.kind() != Call.Kind.STATIC) {
            operands.add(call.receiver());
        }
        return operands;
    }

    private List<Origin> topTwo(Site site) {
        List<Origin> top = new ArrayList<>();
        for (int depth = 0; depth < Math.min(2, method.origins().stackSize(site)); depth++) {
            top.add(method.origins().stack(site, depth));
        }
        return top;
    }
}
