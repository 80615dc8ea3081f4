package dev.plumbline.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Property(tries = 50)
    void resultsStandInTheOrderOfTheItems(@ForAll @IntRange(min = 1, max = 16) int threads,
            @ForAll @IntRange(max = 200) int size) {
        List<Integer> items = IntStream.range(0, size).boxed().toList();
        assertEquals(items.stream().map(item -> item * 3).toList(), Workers.of(threads).map(items, item -> item * 3));
    }

    @Test
    void whatATaskThrowsIsThrownToTheCaller() {
        Workers workers = Workers.of(4);
        assertThrows(ArithmeticException.class, () -> workers.map(List.of(1, 0, 2), item -> 6 / item));
    }

    @Test
    void aTaskMayRecurseDeeply() {
        assertEquals(List.of(200_000), Workers.of(1).map(List.of(200_000), WorkersTest::depth));
    }

    private static int depth(int left) {
        return left == 0 ? 0 : 1 + depth(left - 1);
    }
}
