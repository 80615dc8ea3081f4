package dev.plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Few words to make findings of, so that twins and near misses are common. */
class MatchingLawsTest {

    private static final int LINES = 6;
    private static final List<String> PATHS = List.of("src/A.java", "src/B.java", "src/C.java");

    @Provide
    Arbitrary<List<Finding>> findings() {
        Arbitrary<Finding> finding = Combinators.combine(
            Arbitraries.of("leak", "race"),
            Arbitraries.of(PATHS),
            Arbitraries.integers().between(1, LINES),
            Arbitraries.of("", "shop/A", "shop.A", "shop/A.run", "shop/B.run", "shop/B.stop"),
            Arbitraries.of("", "open();", "close();", "x = y;"),
            Arbitraries.of("wrong", "bad"))
            .as(Defects::of);
        return finding.list().ofMaxSize(12);
    }

    /** Some lines deleted, some added, the rest kept in order; a file renamed or deleted now and then. */
    @Provide
    Arbitrary<Edited> edits() {
        return Arbitraries.randomValue(MatchingLawsTest::edit);
    }

    @Property
    void everyFindingIsInExactlyOnePlace(@ForAll("findings") List<Finding> before,
            @ForAll("findings") List<Finding> after, @ForAll("edits") Edited edit, @ForAll int seed) {
        Comparison comparison = Matching.of(before, after, edit, finding -> finding.place().line() % 2 == 0,
            finding -> (finding.place().line() + seed) % 3 != 0);
        assertEquals(sorted(before.stream()), sorted(Stream.concat(comparison.fixed().stream(),
            comparison.unchanged().stream().map(Comparison.Kept::before))));
        assertEquals(sorted(after.stream()), sorted(Stream.of(
            comparison.introduced().stream().map(Introduced::finding),
            comparison.unchanged().stream().map(Comparison.Kept::after),
            comparison.unseenBefore().stream()).flatMap(all -> all)));
    }

    @Property
    void whatIsKeptIsOfOneRule(@ForAll("findings") List<Finding> before, @ForAll("findings") List<Finding> after,
            @ForAll("edits") Edited edit) {
        assertTrue(compare(before, after, edit).unchanged().stream()
            .allMatch(kept -> kept.before().rule().equals(kept.after().rule())));
    }

    @Property
    void aProgramComparedWithItselfHasNothingNewAndNothingFixed(@ForAll("findings") List<Finding> findings) {
        Comparison comparison = compare(findings, findings, Edited.nothing());
        assertEquals(List.of(), comparison.introduced());
        assertEquals(List.of(), comparison.fixed());
        assertTrue(comparison.unchanged().stream().allMatch(kept -> kept.before().equals(kept.after())));
    }

    @Property
    void theOrderOfTheFindingsChangesNothing(@ForAll("findings") List<Finding> before,
            @ForAll("findings") List<Finding> after, @ForAll("edits") Edited edit, @ForAll Random random) {
        assertEquals(compare(before, after, edit),
            compare(shuffled(before, random), shuffled(after, random), edit));
    }

    @Property
    void oneMoreFindingAtHeadNeverIntroducesLess(@ForAll("findings") List<Finding> before,
            @ForAll("findings") List<Finding> after, @ForAll("edits") Edited edit) {
        if (!after.isEmpty()) {
            assertTrue(
                compare(before, after.subList(1, after.size()), edit).introduced().size() <= compare(before, after,
                    edit).introduced().size());
        }
    }

    private static Comparison compare(List<Finding> before, List<Finding> after, Correspondence lines) {
        return Matching.of(before, after, lines, any -> false, any -> true);
    }

    private static Edited edit(Random random) {
        Edited edit = Edited.nothing();
        for (String path : PATHS) {
            String to = path;
            if (random.nextInt(5) == 0) {
                to = path.replace(".java", "2.java");
                edit.renamed(path, to);
            }
            boolean deleted = random.nextInt(6) == 0;
            if (deleted) {
                edit.deleted(path);
            }
            int next = 1;
            for (int line = 1; line <= LINES; line++) {
                for (; random.nextInt(3) == 0; next++) {
                    edit.added(to, next);
                }
                if (deleted || random.nextInt(3) == 0) {
                    edit.removed(path, line);
                } else {
                    edit.moved(path, line, next++);
                }
            }
        }
        return edit;
    }

    private static List<Finding> sorted(Stream<Finding> findings) {
        return findings.sorted().toList();
    }

    private static List<Finding> shuffled(List<Finding> findings, Random random) {
        List<Finding> shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
