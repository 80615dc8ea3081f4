package dev.plumbline.bytecode;

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

    /** The edges out of an instruction: normal ones first, then handlers in table order, then {@link #EXIT}. */
    public List<Edge> out(Site site) {
        throw new UnsupportedOperationException("stub");
    }

    /** What the instruction throws along its {@code THROWN} edges; {@link Hazard#NONE} if it has none. */
    public Hazard hazard(Site site) {
        throw new UnsupportedOperationException("stub");
    }

    /** Every path from the entry to {@code inner} passes {@code outer}. A site dominates itself. */
    public boolean dominates(Site outer, Site inner) {
        throw new UnsupportedOperationException("stub");
    }

    /** Every path from {@code inner} to a return passes {@code later}; exception edges are left out. */
    public boolean postDominates(Site later, Site inner) {
        throw new UnsupportedOperationException("stub");
    }

    /** Whether there is a path of at least one edge. */
    public boolean reaches(Site from, Site to) {
        throw new UnsupportedOperationException("stub");
    }

    /** The result of the check is tested by a branch, and the act runs on one side of it only. */
    public boolean decides(Call check, Call act) {
        throw new UnsupportedOperationException("stub");
    }

    /**
     * The shortest path from just after {@code start} out of the method along edges that {@code allowed} lets pass.
     * An edge is asked about before it is followed, so a path ends before a site that releases what is held.
     */
    public Optional<List<Edge>> wayOut(Site start, Predicate<Edge> allowed) {
        throw new UnsupportedOperationException("stub");
    }

    /** The branch at a site, if it is one. */
    public Optional<Branch> branch(Site site) {
        throw new UnsupportedOperationException("stub");
    }
}
