package dev.plumbline.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The control flow of a method, instruction by instruction. Exception edges leave only instructions that can throw
 * (see {@link Throwing}) and reach a handler only if the index says the type can match; what no handler surely
 * catches also leaves the method.
 */
public final class Flow {

    /** Where control is after it has left the method. */
    public static final Site EXIT = new Site(-1);

    private final MethodCode method;
    private final List<List<Edge>> out;
    private final int[][] next;
    private Dominators dominators;
    private Dominators postDominators;
    private final BitSet[] reached;

    private Flow(MethodCode method, List<List<Edge>> out) {
        this.method = method;
        this.out = out;
        this.next = new int[out.size()][];
        this.reached = new BitSet[out.size()];
        for (int at = 0; at < next.length; at++) {
            next[at] =
                out.get(at).stream().map(Edge::to).filter(to -> !to.equals(EXIT)).mapToInt(Site::index).toArray();
        }
    }

    static Flow of(MethodCode method) {
        return new Flow(method, new EdgeMaker(method).edges());
    }

    /** The edges out of an instruction: normal ones first, then handlers in table order, then {@link #EXIT}. */
    public List<Edge> out(Site site) {
        return isInside(site) ? out.get(site.index()) : List.of();
    }

    /** What the instruction throws along its {@code THROWN} edges; {@link Hazard#NONE} if it has none. */
    public Hazard hazard(Site site) {
        boolean throwing = out(site).stream().anyMatch(edge -> edge.kind() == Edge.Kind.THROWN);
        return throwing ? method.throwing().at(site).hazard() : Hazard.NONE;
    }

    /** How likely control goes along the edge for an exception; {@link Hazard#NONE} for any other edge. */
    public Hazard hazard(Edge edge) {
        return method.throwing().along(edge).hazard();
    }

    /**
     * Every path from the entry to {@code inner} passes {@code outer}. A site dominates itself, and every site
     * dominates one that no path leads to.
     */
    public boolean dominates(Site outer, Site inner) {
        if (dominators == null) {
            dominators = Dominators.of(next.length, 0, at -> next[at]);
        }
        return isInside(outer) && isInside(inner) && dominators.dominates(outer.index(), inner.index());
    }

    /**
     * Every path from {@code inner} to a return passes {@code later}; exception edges are left out. So all sites
     * post-dominate one that only a throw follows.
     */
    public boolean postDominates(Site later, Site inner) {
        if (postDominators == null) {
            int[][] back = backwards();
            postDominators = Dominators.of(back.length, back.length - 1, at -> back[at]);
        }
        return isInside(later) && isInside(inner) && postDominators.dominates(later.index(), inner.index());
    }

    /** Whether there is a path of at least one edge. */
    public boolean reaches(Site from, Site to) {
        if (!isInside(from) || !isInside(to)) {
            return false;
        }
        if (reached[from.index()] == null) {
            reached[from.index()] = reachedFrom(from.index(), -1);
        }
        return reached[from.index()].get(to.index());
    }

    /** Whether there is a path of at least one edge that does not pass {@code without} between its two ends. */
    public boolean reachesWithout(Site from, Site to, Site without) {
        return isInside(from) && isInside(to) && reachedFrom(from.index(), without.index()).get(to.index());
    }

    /** The result of the check is tested by a branch, and the act runs on one side of it only. */
    public boolean decides(Call check, Call act) {
        return new Decisions(method).decides(check, act);
    }

    /**
     * The shortest path from just after {@code start} out of the method along edges that {@code allowed} lets pass;
     * of paths of one length the one whose edges come first in {@link #out}. An edge is asked about before it is
     * followed, so a path ends before a site that releases what is held. {@code start} itself does not throw.
     */
    public Optional<List<Edge>> wayOut(Site start, Predicate<Edge> allowed) {
        Edge[] cameBy = new Edge[out.size()];
        BitSet seen = new BitSet();
        Deque<Site> work = new ArrayDeque<>();
        if (isInside(start)) {
            seen.set(start.index());
            work.add(start);
        }
        while (!work.isEmpty()) {
            Site here = work.poll();
            for (Edge edge : out(here)) {
                boolean isOwnThrow = here.equals(start) && edge.kind() == Edge.Kind.THROWN;
                if (isOwnThrow || !allowed.test(edge)) {
                    continue;
                }
                if (edge.to().equals(EXIT)) {
                    return Optional.of(path(start, edge, cameBy));
                }
                if (!seen.get(edge.to().index())) {
                    seen.set(edge.to().index());
                    cameBy[edge.to().index()] = edge;
                    work.add(edge.to());
                }
            }
        }
        return Optional.empty();
    }

    /** The branch at a site, if it is one. */
    public Optional<Branch> branch(Site site) {
        return method.branches().stream().filter(branch -> branch.site().equals(site)).findFirst();
    }

    private static List<Edge> path(Site start, Edge last, Edge[] cameBy) {
        List<Edge> path = new ArrayList<>(List.of(last));
        Site here = last.from();
        while (!here.equals(start)) {
            Edge edge = cameBy[here.index()];
            path.add(edge);
            here = edge.from();
        }
        Collections.reverse(path);
        return List.copyOf(path);
    }

    private boolean isInside(Site site) {
        return site.index() >= 0 && site.index() < out.size();
    }

    private BitSet reachedFrom(int from, int without) {
        BitSet seen = new BitSet(next.length);
        int[] work = new int[next.length + 1];
        int size = 0;
        work[size++] = from;
        while (size > 0) {
            int here = work[--size];
            if (here == without && here != from) {
                continue;
            }
            for (int to : next[here]) {
                if (!seen.get(to)) {
                    seen.set(to);
                    work[size++] = to;
                }
            }
        }
        return seen;
    }

    /** Predecessors over normal edges; the last node stands for the return. */
    private int[][] backwards() {
        int[] count = new int[next.length + 1];
        forEachNormal((from, to) -> count[to]++);
        int[][] back = new int[count.length][];
        for (int at = 0; at < back.length; at++) {
            back[at] = new int[count[at]];
        }
        forEachNormal((from, to) -> back[to][--count[to]] = from);
        return back;
    }

    private void forEachNormal(Step step) {
        for (List<Edge> edges : out) {
            for (Edge edge : edges) {
                if (edge.kind() != Edge.Kind.THROWN) {
                    step.take(edge.from().index(), edge.to().equals(EXIT) ? next.length : edge.to().index());
                }
            }
        }
    }

    /** What is done with each edge. */
    private interface Step {

        void take(int from, int to);
    }
}
