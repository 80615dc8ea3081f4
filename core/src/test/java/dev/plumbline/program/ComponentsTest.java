package dev.plumbline.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComponentsTest {

    @Provide
    Arbitrary<int[][]> graphs() {
        return Arbitraries.integers().between(1, 14).flatMap(size -> Arbitraries.integers().between(0, size - 1)
            .array(int[].class).ofMaxSize(4).array(int[][].class).ofSize(size));
    }

    /** The definition itself: two nodes are in one component exactly when each reaches the other. */
    @Property
    void membersReachEachOtherAndNobodyElse(@ForAll("graphs") int[][] edges) {
        int[] component = componentOfEach(edges);
        BitSet[] reached = Arrays.stream(edges).map(row -> new BitSet()).toArray(BitSet[]::new);
        for (int node = 0; node < edges.length; node++) {
            reach(edges, node, reached[node]);
        }
        for (int one = 0; one < edges.length; one++) {
            for (int other = 0; other < edges.length; other++) {
                boolean both = one == other || reached[one].get(other) && reached[other].get(one);
                assertEquals(both, component[one] == component[other], one + " and " + other);
            }
        }
    }

    @Property
    void aComponentComesAfterThoseItPointsAt(@ForAll("graphs") int[][] edges) {
        int[] component = componentOfEach(edges);
        for (int node = 0; node < edges.length; node++) {
            for (int target : edges[node]) {
                assertTrue(component[target] <= component[node], node + " -> " + target);
            }
        }
    }

    @Property
    void aLevelDependsOnLowerLevelsOnly(@ForAll("graphs") int[][] edges) {
        int[] level = new int[edges.length];
        int[] component = componentOfEach(edges);
        List<List<int[]>> levels = Components.of(edges).levels();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            for (int[] members : levels.get(i)) {
                for (int member : members) {
                    level[member] = i;
                    all.add(member);
                }
            }
        }
        assertEquals(edges.length, all.stream().distinct().count());
        for (int node = 0; node < edges.length; node++) {
            for (int target : edges[node]) {
                assertTrue(component[target] == component[node] || level[target] < level[node]);
            }
        }
    }

    private static int[] componentOfEach(int[][] edges) {
        int[] component = new int[edges.length];
        List<int[]> order = Components.of(edges).inOrder();
        for (int i = 0; i < order.size(); i++) {
            for (int member : order.get(i)) {
                component[member] = i;
            }
        }
        return component;
    }

    private static void reach(int[][] edges, int from, BitSet seen) {
        for (int target : edges[from]) {
            if (!seen.get(target)) {
                seen.set(target);
                reach(edges, target, seen);
            }
        }
    }
}
