package dev.plumbline.rules.exceptions;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Exit;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of the values a method returns stand for "nothing". */
final class Defaults {

    private static final Set<String> NUMBERS = Set.of("#0", "#-1", "#0.0", "#NaN", "''");
    private static final Set<String> EMPTY = Set.of("empty", "emptyList", "emptySet", "emptyMap", "emptyIterator",
        "emptySortedMap", "emptySortedSet", "emptyEnumeration", "noneOf");
    private static final Set<String> FILLS = Set.of("add", "addAll", "put", "putAll");
    private static final Pattern NAMED = Pattern.compile("(EMPTY|DEFAULT|ZERO|FALSE)\\w*|\\w+_(EMPTY|DEFAULT)");

    private final MethodCode method;
    private final Aftermath aftermath;

    Defaults(MethodCode method, Aftermath aftermath) {
        this.method = method;
        this.aftermath = aftermath;
    }

    /**
     * Nothing, whenever the failure came before the answer: a variable may hold the answer when closing fails. A count
     * that was begun is something.
     */
    boolean areDefaults(List<Origin> values, Handler handler) {
        return values.stream().anyMatch(this::isDefault) && values.stream().allMatch(value -> isDefault(value)
            || !value.is("op") && value.site().filter(handler.guarded()::contains).isPresent());
    }

    private boolean isDefault(Origin value) {
        if (value.equals(Origin.NULL) || NUMBERS.contains(value.path())) {
            return true;
        }
        if (value.isStaticField()) {
            List<String> names = value.fieldNames();
            return NAMED.matcher(names.get(names.size() - 1)).matches();
        }
        return value.is("call") && isEmptyMade(value) || value.is("new") && isEmptyNew(value);
    }

    /**
     * Whether success returns something else that is no constant, or the same collection filled: with constants alone
     * the result says whether it worked.
     */
    boolean hidesData() {
        return method.exits().stream()
            .filter(exit -> !exit.throwing())
            .map(Exit::value)
            .flatMap(value -> method.origins().inputs(value).stream())
            .anyMatch(value -> !value.isConstant() && !value.isStaticField()
                && (isFilled(value) || !isDefault(value)));
    }

    /** Whether what is returned is what was read before the failure. */
    boolean arePartial(List<Origin> values) {
        return values.stream().anyMatch(this::isFilled);
    }

    /** Whether something is put into a new collection where the failure is not yet known. */
    private boolean isFilled(Origin value) {
        return value.is("new") && method.calls().stream()
            .anyMatch(call -> FILLS.contains(call.name()) && call.receiver().equals(value));
    }

    String display(List<Origin> values) {
        Origin value = values.stream().filter(this::isDefault).findFirst().orElseThrow();
        String result = method.ref().descriptor().result();
        if (value.equals(Origin.NULL)) {
            return "`null`";
        }
        if (value.path().equals("''")) {
            return "an empty text";
        }
        if (value.path().startsWith("#")) {
            return "`" + (result.equals("Z") ? "false" : value.path().substring(1)) + "`";
        }
        if (value.isStaticField()) {
            return "`" + value.fieldNames().get(value.fieldNames().size() - 1) + "`";
        }
        return result.startsWith("[")
            ? "an empty array"
            : (isFilled(value) ? "an incomplete `" : "an empty `") + named(result) + "`";
    }

    private static String named(String type) {
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1, type.length() - 1);
    }

    private boolean isEmptyMade(Origin value) {
        Optional<Call> call = value.site().flatMap(method::call);
        return call.map(Call::target)
            .filter(made -> made.descriptor().parameters().isEmpty() || made.name().equals("noneOf"))
            .filter(made -> EMPTY.contains(made.name())
                || made.name().equals("of") && call.get().kind() == Call.Kind.STATIC)
            .isPresent();
    }

    /** A collection or array that nothing was put into after the failure. */
    private boolean isEmptyNew(Origin value) {
        Optional<Call> constructor = method.constructorOf(value);
        if (constructor.isEmpty()) {
            return value.site().filter(site -> method.origins().stack(site, 0).path().equals("#0")).isPresent();
        }
        return constructor.get().target().owner().internal().startsWith("java/util/")
            && constructor.get().target().descriptor().parameters().isEmpty()
            && aftermath.ownCalls().noneMatch(call -> call.arguments().contains(value)
                || call.receiver().equals(value) && !call.site().equals(constructor.get().site()))
            && method.lambdas().stream().noneMatch(lambda -> aftermath.isOwn(lambda.site())
                && lambda.captured().contains(value));
    }
}
