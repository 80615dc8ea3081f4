package dev.plumbline.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A shortest path out of a method, among those that some execution may take (see {@link Flags}). */
public final class WayOut {

    /** A search that grows past this is given up: "don't know" is silence. */
    private static final int MOST_STATES = 50_000;

    private record State(Site site, int flags) {
    }

    private record Arrival(State from, Edge edge) {
    }

    private WayOut() {
    }

    /**
     * @param start the instruction that begins what must end; the path leaves it without an exception
     * @param allowed asked about each edge before it is followed: "no" for the edges out of what ends it
     */
    public static Optional<List<Edge>> after(MethodCode method, Site start, Predicate<Edge> allowed) {
        return after(method, start, allowed, edge -> true);
    }

    /** @param likely asked as well where nothing is known of the local that is tested */
    static Optional<List<Edge>> after(MethodCode method, Site start, Predicate<Edge> allowed, Predicate<Edge> likely) {
        return search(method, start, edge -> edge.kind() != Edge.Kind.THROWN, allowed, likely);
    }

    /** The same from the method's first instruction on, for what the caller handed in. */
    public static Optional<List<Edge>> fromEntry(MethodCode method, Predicate<Edge> allowed) {
        return fromEntry(method, allowed, edge -> true);
    }

    static Optional<List<Edge>> fromEntry(MethodCode method, Predicate<Edge> allowed, Predicate<Edge> likely) {
        return search(method, new Site(0), allowed, allowed, likely);
    }

    private static Optional<List<Edge>> search(MethodCode method, Site start, Predicate<Edge> first,
            Predicate<Edge> allowed, Predicate<Edge> likely) {
        Flags flags = new Flags(method);
        Map<State, Arrival> arrivals = new HashMap<>();
        Deque<State> open = new ArrayDeque<>();
        State initial = new State(start, flags.before(start));
        open.add(initial);
        while (!open.isEmpty() && arrivals.size() < MOST_STATES) {
            State state = open.poll();
            for (Edge edge : method.flow().out(state.site())) {
                int after = flags.after(edge, state.flags());
                Predicate<Edge> gate = state.equals(initial) ? first : allowed;
                if (after < 0 || !gate.test(edge)
                    || !flags.decides(edge.from(), state.flags()) && !likely.test(edge)) {
                    continue;
                }
                if (edge.to().equals(Flow.EXIT)) {
                    return Optional.of(path(arrivals, state, initial, edge));
                }
                State next = new State(edge.to(), after);
                if (!next.equals(initial) && arrivals.putIfAbsent(next, new Arrival(state, edge)) == null) {
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Edge> path(Map<State, Arrival> arrivals, State last, State initial, Edge out) {
        List<Edge> path = new ArrayList<>(List.of(out));
        for (State state = last; !state.equals(initial); state = arrivals.get(state).from()) {
            path.add(arrivals.get(state).edge());
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }
}
