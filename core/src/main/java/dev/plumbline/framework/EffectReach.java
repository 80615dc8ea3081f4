package dev.plumbline.framework;

import dev.plumbline.bytecode.Call;
import dev.plumbline.bytecode.Lambda;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.name.MethodRef;
import dev.plumbline.program.Program;
import dev.plumbline.program.SummaryKind;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The effects of a method, each with the fewest calls of the program's own methods that lead to it. Effects behind
 * more than three such calls are left out: the method has little to do with them, and a reader would not follow.
 */
final class EffectReach implements SummaryKind<EffectReach.Reached> {

    private static final int DEEPEST = 3;
    private static final Reached NOTHING = new Reached(Map.of());

    private final Function<MethodRef, Set<Effect>> direct;

    EffectReach(Function<MethodRef, Set<Effect>> direct) {
        this.direct = direct;
    }

    /** The way to an effect: how many of the program's own methods are called, and what it is reached through. */
    record Hop(int depth, MethodRef witness) implements Comparable<Hop> {

        private static final Comparator<Hop> ORDER = Comparator.comparing(Hop::depth).thenComparing(Hop::witness);

        @Override
        public int compareTo(Hop other) {
            return ORDER.compare(this, other);
        }
    }

    /** The nearest hop by effect. */
    record Reached(Map<Effect, Hop> hops) {
    }

    @Override
    public Reached bottom() {
        return NOTHING;
    }

    @Override
    public Reached unknown() {
        return NOTHING;
    }

    @Override
    public Reached of(MethodCode method, Function<MethodRef, Reached> callees) {
        Map<Effect, Hop> hops = new TreeMap<>();
        for (Call call : method.calls()) {
            step(call.target(), callees, 1, hops);
        }
        for (Lambda lambda : method.lambdas()) {
            // The body of a lambda is part of the method it is written in.
            boolean inline = lambda.body().name().startsWith("lambda$");
            step(lambda.body(), callees, inline ? 0 : 1, hops);
        }
        return hops.isEmpty() ? NOTHING : new Reached(Collections.unmodifiableMap(hops));
    }

    private void step(MethodRef called, Function<MethodRef, Reached> callees, int distance, Map<Effect, Hop> hops) {
        for (Effect effect : direct.apply(called)) {
            hops.merge(effect, new Hop(1, called), EffectReach::nearer);
        }
        callees.apply(called).hops().forEach((effect, hop) -> {
            int depth = hop.depth() + distance;
            if (depth <= DEEPEST) {
                hops.merge(effect, new Hop(depth, hop.witness()), EffectReach::nearer);
            }
        });
    }

    private static Hop nearer(Hop first, Hop second) {
        return first.compareTo(second) <= 0 ? first : second;
    }

    @Override
    public Reached library(MethodRef method, Program program) {
        Map<Effect, Hop> hops = new TreeMap<>();
        direct.apply(method).forEach(effect -> hops.put(effect, new Hop(0, method)));
        return hops.isEmpty() ? NOTHING : new Reached(Collections.unmodifiableMap(hops));
    }

    @Override
    public Reached join(Reached first, Reached second) {
        if (first.hops().isEmpty()) {
            return second;
        }
        Map<Effect, Hop> hops = new TreeMap<>(first.hops());
        second.hops().forEach((effect, hop) -> hops.merge(effect, hop, EffectReach::nearer));
        return new Reached(Collections.unmodifiableMap(hops));
    }
}
