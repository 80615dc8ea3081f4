package dev.plumbline.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The strongly connected components of a graph, callees before callers, by Tarjan's algorithm (SIAM J. Comput. 1972)
 * without recursion; and their levels: a component depends on lower levels only.
 */
final class Components {

    private final int[][] edges;
    private final int[] index;
    private final int[] low;
    private final boolean[] open;
    private final int[] stack;
    private final int[] component;
    private final List<int[]> members = new ArrayList<>();
    private final int[] path;
    private final int[] next;
    private int stackSize;
    private int counter;

    private Components(int[][] edges) {
        this.edges = edges;
        int size = edges.length;
        index = new int[size];
        low = new int[size];
        open = new boolean[size];
        stack = new int[size];
        component = new int[size];
        path = new int[size];
        next = new int[size];
        Arrays.fill(index, -1);
    }

    /** @param edges for every node the nodes it points at */
    static Components of(int[][] edges) {
        BitSet all = new BitSet();
        all.set(0, edges.length);
        return of(edges, all);
    }

    /** @param from only these nodes, and those that can be reached from them, have a component */
    static Components of(int[][] edges, BitSet from) {
        Components components = new Components(edges);
        from.stream().filter(node -> components.index[node] < 0).forEach(components::search);
        return components;
    }

    /** All components, each after those it points at. */
    List<int[]> inOrder() {
        return members;
    }

    /** The components by level, level 0 pointing at no other component. */
    List<List<int[]>> levels() {
        int[] level = new int[members.size()];
        List<List<int[]>> levels = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            for (int node : members.get(i)) {
                for (int target : edges[node]) {
                    if (component[target] != i) {
                        level[i] = Math.max(level[i], level[component[target]] + 1);
                    }
                }
            }
            while (levels.size() <= level[i]) {
                levels.add(new ArrayList<>());
            }
            levels.get(level[i]).add(members.get(i));
        }
        return levels;
    }

    private void search(int start) {
        int depth = 0;
        path[0] = start;
        next[0] = 0;
        enter(start);
        while (depth >= 0) {
            int node = path[depth];
            if (next[depth] < edges[node].length) {
                int target = edges[node][next[depth]++];
                if (index[target] < 0) {
                    path[++depth] = target;
                    next[depth] = 0;
                    enter(target);
                } else if (open[target]) {
                    low[node] = Math.min(low[node], index[target]);
                }
                continue;
            }
            if (low[node] == index[node]) {
                close(node);
            }
            depth--;
            if (depth >= 0) {
                low[path[depth]] = Math.min(low[path[depth]], low[node]);
            }
        }
    }

    private void enter(int node) {
        index[node] = low[node] = counter++;
        stack[stackSize++] = node;
        open[node] = true;
    }

    private void close(int root) {
        int from = stackSize;
        do {
            from--;
            open[stack[from]] = false;
            component[stack[from]] = members.size();
        } while (stack[from] != root);
        int[] found = Arrays.copyOfRange(stack, from, stackSize);
        Arrays.sort(found);
        members.add(found);
        stackSize = from;
    }
}
