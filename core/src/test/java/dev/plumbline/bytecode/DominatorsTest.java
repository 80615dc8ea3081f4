package dev.plumbline.bytecode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DominatorsTest {

    @Property
    void aNodeDominatesWhatCanNotBeReachedWithoutIt(@ForAll("graphs") List<List<Integer>> graph) {
        int size = graph.size();
        Dominators dominators = Dominators.of(size, 0, node -> successors(graph, node));
        for (int outer = 0; outer < size; outer++) {
            BitSet without = reached(graph, outer);
            for (int inner = 0; inner < size; inner++) {
                boolean expected = outer == inner || !without.get(inner);
                assertEquals(expected, dominators.dominates(outer, inner) || outer == inner, outer + " over " + inner);
            }
        }
    }

    @Provide
    Arbitrary<List<List<Integer>>> graphs() {
        return Arbitraries.integers().between(1, 14)
            .flatMap(size -> Arbitraries.integers().between(0, size - 1).list().ofMaxSize(3).list().ofSize(size));
    }

    private static int[] successors(List<List<Integer>> graph, int node) {
        return graph.get(node).stream().mapToInt(Integer::intValue).toArray();
    }

    private static BitSet reached(List<List<Integer>> graph, int removed) {
        BitSet seen = new BitSet();
        Deque<Integer> work = new ArrayDeque<>();
        if (removed != 0) {
            work.push(0);
        }
        while (!work.isEmpty()) {
            int node = work.pop();
            if (node != removed && !seen.get(node)) {
                seen.set(node);
                graph.get(node).forEach(work::push);
            }
        }
        return seen;
    }
}
