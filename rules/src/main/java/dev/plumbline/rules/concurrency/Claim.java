package dev.plumbline.rules.concurrency;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Callee;
import dev.plumbline.bytecode.Exit;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Origin;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A put whose value may be anything, because what counts is who came first: a method that answers yes to the one who
 * put the entry and no to the others, and a count that begins here and is increased elsewhere.
 */
record Claim(MethodCode method, Call check, Call act) {

    private static final Callee COUNTING = Callee.of("java.util.Map")
        .named("merge", "compute", "computeIfPresent", "replace", "replaceAll");

    /** Two threads that both find the entry absent are both told yes. */
    boolean isAnswered() {
        if (!method.ref().descriptor().result().equals("Z") || !method.flow().decides(check, act)) {
            return false;
        }
        List<Exit> returns = method.exits().stream().filter(exit -> !exit.throwing()).toList();
        Set<String> after = answers(returns.stream().filter(this::followsAct).toList());
        Set<String> otherwise = answers(returns.stream().filter(exit -> !followsAct(exit)).toList());
        return after.size() == 1 && otherwise.size() == 1 && !after.equals(otherwise);
    }

    /** A number that is put as if it were the first, into a map whose numbers are increased in one step elsewhere. */
    boolean isFirstCount() {
        Origin value = act.arguments().get(1);
        String name = act.receiver().fieldNames().get(act.receiver().fieldNames().size() - 1);
        return value.path().startsWith("#") && method.flow().decides(check, act)
            && method.type().methods().stream().anyMatch(other -> other.calls(COUNTING)
                .anyMatch(count -> count.receiver().path().endsWith("." + name)));
    }

    private boolean followsAct(Exit exit) {
        return method.flow().dominates(act.site(), exit.site());
    }

    /** The constants that are returned; more than one stands for "not known". */
    private Set<String> answers(List<Exit> exits) {
        return exits.stream()
            .flatMap(exit -> method.origins().inputs(exit.value()).stream())
            .map(Origin::path)
            .map(path -> path.startsWith("#") ? path : path + " or another")
            .collect(Collectors.toSet());
    }
}
