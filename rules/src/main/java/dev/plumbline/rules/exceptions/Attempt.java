package dev.plumbline.rules.exceptions;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Edge;
import dev.plumbline.bytecode.Handler;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.bytecode.Site;
import dev.plumbline.framework.Effect;
import dev.plumbline.framework.Effects;
import dev.plumbline.name.MethodRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A guarded call whose failure a handler catches, and what the call does outside the process. */
record Attempt(Call call, Set<Effect> effects) {

    /** Those that have an effect, in the order of the instructions. */
    static List<Attempt> of(MethodCode method, Handler handler, Effects effects) {
        Set<Site> guarded = Set.copyOf(handler.guarded());
        return method.calls().stream()
            .filter(call -> guarded.contains(call.site()) && method.written(call.site()))
            .filter(call -> leadsTo(handler, guarded, method, call))
            .map(call -> new Attempt(call, effects.reached(call)))
            .filter(attempt -> !attempt.effects().isEmpty())
            .toList();
    }

    boolean hasAny(Set<Effect> kinds) {
        return effects.stream().anyMatch(kinds::contains);
    }

    /** The call in the words of the source, with what it is done through when that is another method. */
    String display(Effects all, Set<Effect> kinds) {
        String name = "`" + call.target().display() + "`";
        return effects.stream()
            .filter(kinds::contains)
            .flatMap(effect -> all.witness(call.target(), effect).stream())
            .map(MethodRef::display)
            .filter(witness -> !witness.equals(call.target().display()))
            .findFirst()
            .map(witness -> name + ", through `" + witness + "`,")
            .orElse(name);
    }

    static Set<Effect> among(List<Attempt> attempts) {
        Set<Effect> all = EnumSet.noneOf(Effect.class);
        attempts.forEach(attempt -> all.addAll(attempt.effects()));
        return all;
    }

    /** Directly, or through what the compiler made inside the guarded range: closing resources throws again. */
    private static boolean leadsTo(Handler handler, Set<Site> guarded, MethodCode method, Call call) {
        Set<Site> written = method.handlers().stream().map(Handler::start).collect(Collectors.toSet());
        return method.flow().out(call.site()).stream()
            .filter(edge -> edge.kind() == Edge.Kind.THROWN)
            .map(Edge::to)
            .anyMatch(to -> to.equals(handler.start()) || guarded.contains(to) && !written.contains(to));
    }
}
