package dev.plumbline.bytecode;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A forward data flow problem over the instructions of a method, edge by edge, so that a fact may depend on the way a
 * branch goes. Solved with a worklist in the order of the instructions (Kildall, POPL 1973).
 *
 * @param <F> the fact: an immutable value with {@code equals}; the lattice must have finite height
 */
public interface Dataflow<F> {

    /** What holds when the method is entered. */
    F atEntry();

    /** What holds where two paths meet; must commute, associate and be idempotent. */
    F meet(F first, F second);

    /** What holds at the end of the edge when {@code before} holds before the instruction it leaves. */
    F after(Edge edge, F before);

    /** The solution: what holds before each instruction; nothing for instructions that are never reached. */
    static <F> Map<Site, F> solve(Flow flow, Dataflow<F> problem) {
        Map<Site, F> facts = new HashMap<>();
        facts.put(new Site(0), problem.atEntry());
        Deque<Site> open = new ArrayDeque<>();
        BitSet waiting = new BitSet();
        open.add(new Site(0));
        while (!open.isEmpty()) {
            Site site = open.poll();
            waiting.clear(site.index());
            for (Edge edge : flow.out(site)) {
                if (edge.to().equals(Flow.EXIT)) {
                    continue;
                }
                F arriving = problem.after(edge, facts.get(site));
                F known = facts.get(edge.to());
                F met = Optional.ofNullable(known).map(fact -> problem.meet(fact, arriving)).orElse(arriving);
                if (!met.equals(known)) {
                    facts.put(edge.to(), met);
                    if (!waiting.get(edge.to().index())) {
                        waiting.set(edge.to().index());
                        open.add(edge.to());
                    }
                }
            }
        }
        return facts;
    }
}
