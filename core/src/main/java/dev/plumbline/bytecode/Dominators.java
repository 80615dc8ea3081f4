package dev.plumbline.bytecode;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Which nodes of a graph lie on every way from the root to which others. The iterative algorithm of Cooper, Harvey
 * and Kennedy, "A Simple, Fast Dominance Algorithm" (2001):
 * <ol>
 * <li>in reverse postorder, the immediate dominator of a node is where the dominator chains of its predecessors
 * meet; repeat until nothing changes;</li>
 * <li>number the dominator tree depth first, so that a query is a comparison of two intervals.</li>
 * </ol>
 */
final class Dominators {

    private static final int NONE = -1;

    private final ReversePostorder order;
    private final int[] enter;
    private final int[] leave;

    private Dominators(ReversePostorder order, int[] enter, int[] leave) {
        this.order = order;
        this.enter = enter;
        this.leave = leave;
    }

    static Dominators of(int size, int root, IntFunction<int[]> successors) {
        ReversePostorder order = ReversePostorder.of(size, root, successors);
        int[] immediate = immediate(order);
        int[] enter = new int[immediate.length];
        int[] leave = new int[immediate.length];
        number(immediate, enter, leave);
        return new Dominators(order, enter, leave);
    }

    boolean isReached(int node) {
        return order.contains(node);
    }

    /** Every way from the root to {@code inner} passes {@code outer}; true when there is none. */
    boolean dominates(int outer, int inner) {
        if (!order.contains(inner)) {
            return true;
        }
        if (!order.contains(outer)) {
            return false;
        }
        int above = order.position(outer);
        int below = order.position(inner);
        return enter[above] <= enter[below] && leave[below] <= leave[above];
    }

    /** By position in the order: position 0 is the root, and a dominator stands before what it dominates. */
    private static int[] immediate(ReversePostorder order) {
        int[] nodes = order.nodes();
        int[] immediate = new int[nodes.length];
        Arrays.fill(immediate, NONE);
        if (nodes.length > 0) {
            immediate[0] = 0;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int at = 1; at < nodes.length; at++) {
                int meet = NONE;
                for (int predecessor : order.predecessors(nodes[at])) {
                    int position = order.position(predecessor);
                    if (immediate[position] != NONE) {
                        meet = meet == NONE ? position : meet(immediate, meet, position);
                    }
                }
                changed |= immediate[at] != meet;
                immediate[at] = meet;
            }
        }
        return immediate;
    }

    private static int meet(int[] immediate, int first, int second) {
        int one = first;
        int other = second;
        while (one != other) {
            while (one > other) {
                one = immediate[one];
            }
            while (other > one) {
                other = immediate[other];
            }
        }
        return one;
    }

    /** Children come after parents, so sizes of subtrees add up backwards and places are dealt out forwards. */
    private static void number(int[] immediate, int[] enter, int[] leave) {
        int[] size = new int[immediate.length];
        for (int at = immediate.length - 1; at > 0; at--) {
            size[at]++;
            size[immediate[at]] += size[at];
        }
        int[] next = new int[immediate.length];
        for (int at = 0; at < immediate.length; at++) {
            enter[at] = at == 0 ? 0 : next[immediate[at]];
            leave[at] = at == 0 ? size[0] + 1 : enter[at] + size[at];
            next[at] = enter[at] + 1;
            if (at > 0) {
                next[immediate[at]] += size[at];
            }
        }
    }
}
