package dev.plumbline.rules.resources;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lifetime;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.util.List;
import java.util.Optional;

/** What a reader calls a resource: the variable that holds it or its wrapper, else what it is. */
record ResourceName(MethodCode method, Call birth, Lifetime life) {

    String text() {
        return life.uses().stream()
            .flatMap(use -> variable(use).stream())
            .findFirst()
            .orElseGet(this::description);
    }

    private Optional<String> variable(Lifetime.Use use) {
        Optional<Call> call = method.call(use.site());
        Origin value = switch (use.kind()) {
            case RECEIVER -> call.map(Call::receiver).orElse(Origin.UNKNOWN);
            case ARGUMENT -> call.map(found -> argument(found, use.argument())).orElse(Origin.UNKNOWN);
            case LOOKED_AT, FIELD -> method.origins().stack(use.site(), 0);
            default -> Origin.UNKNOWN;
        };
        String name = method.origins().display(value, use.site());
        boolean isVariable = value.isKnown() && !name.contains(" ") && !name.endsWith("()") && !name.contains("@");
        return isVariable && !value.isConstant() ? Optional.of("`" + name + "`") : Optional.empty();
    }

    private static Origin argument(Call call, int index) {
        List<Origin> arguments = call.arguments();
        return index < arguments.size() ? arguments.get(index) : Origin.UNKNOWN;
    }

    private String description() {
        if (birth.target().isConstructor()) {
            return "the `" + birth.target().owner().simple() + "`";
        }
        String type =
            Descriptor.classIn(birth.target().descriptor().result()).map(ClassName::simple).orElse("resource");
        return "the `" + type + "` of `" + birth.name() + "`";
    }
}
