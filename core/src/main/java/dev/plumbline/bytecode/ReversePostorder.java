package dev.plumbline.bytecode;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.IntFunction;

/**
 * The nodes of a graph that can be reached from its root, each after all its predecessors but those over loop edges.
 * Depth first, with the first successor visited last, so that straight code keeps its order.
 */
final class ReversePostorder {

    private static final int[] NONE = {};

    private final int[] nodes;
    private final int[] position;
    private final int[][] successors;
    private final int[][] predecessors;

    private ReversePostorder(int[] nodes, int[] position, int[][] successors, int[][] predecessors) {
        this.nodes = nodes;
        this.position = position;
        this.successors = successors;
        this.predecessors = predecessors;
    }

    static ReversePostorder of(int size, int root, IntFunction<int[]> successors) {
        int[] position = new int[size];
        Arrays.fill(position, -1);
        int[][] next = new int[size][];
        int[] nodes = visit(root, successors, next);
        for (int at = 0; at < nodes.length; at++) {
            position[nodes[at]] = at;
        }
        return new ReversePostorder(nodes, position, next, turned(nodes, next));
    }

    int[] nodes() {
        return nodes;
    }

    boolean contains(int node) {
        return position[node] >= 0;
    }

    int position(int node) {
        return position[node];
    }

    int[] successors(int node) {
        return successors[node];
    }

    /** Predecessors that can be reached themselves, each once. */
    int[] predecessors(int node) {
        return predecessors[node];
    }

    boolean isLoopEdge(int from, int to) {
        return position[to] <= position[from];
    }

    /** The nodes on the ways from the head of a loop to a node that has an edge back to it. */
    int[] loop(int tail, int head) {
        BitSet loop = new BitSet();
        loop.set(head);
        Deque<Integer> work = new ArrayDeque<>();
        work.push(tail);
        while (!work.isEmpty()) {
            int node = work.pop();
            if (!loop.get(node)) {
                loop.set(node);
                for (int before : predecessors[node]) {
                    work.push(before);
                }
            }
        }
        return loop.stream().toArray();
    }

    private static int[] visit(int root, IntFunction<int[]> successors, int[][] next) {
        int size = next.length;
        if (root >= size) {
            return NONE;
        }
        int[] stack = new int[size];
        int[] pending = new int[size];
        int[] nodes = new int[size];
        int free = size;
        int depth = 0;
        stack[depth] = root;
        next[root] = distinct(successors.apply(root));
        pending[depth++] = next[root].length;
        while (depth > 0) {
            int node = stack[depth - 1];
            if (pending[depth - 1] == 0) {
                nodes[--free] = node;
                depth--;
                continue;
            }
            int successor = next[node][--pending[depth - 1]];
            if (next[successor] == null) {
                next[successor] = distinct(successors.apply(successor));
                stack[depth] = successor;
                pending[depth++] = next[successor].length;
            }
        }
        return Arrays.copyOfRange(nodes, free, size);
    }

    private static int[] distinct(int[] nodes) {
        return nodes.length < 2 ? nodes : Arrays.stream(nodes).distinct().toArray();
    }

    private static int[][] turned(int[] nodes, int[][] next) {
        int[] count = new int[next.length];
        for (int node : nodes) {
            for (int successor : next[node]) {
                count[successor]++;
            }
        }
        int[][] turned = new int[next.length][];
        for (int node = 0; node < turned.length; node++) {
            turned[node] = count[node] == 0 ? NONE : new int[count[node]];
        }
        for (int node : nodes) {
            for (int successor : next[node]) {
                turned[successor][--count[successor]] = node;
            }
        }
        for (int[] predecessors : turned) {
            Arrays.sort(predecessors);
        }
        return turned;
    }
}
