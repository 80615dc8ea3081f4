package dev.plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.UsageException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BaselineFileTest {

    @Provide
    Arbitrary<List<Finding>> findings() {
        return Combinators.combine(
            Arbitraries.of("leak", "race"),
            Arbitraries.of("src/A.java", "src/B.java"),
            Arbitraries.integers().between(1, 3),
            Arbitraries.of("shop/A.run", "shop/B.run"),
            Arbitraries.of("open();", "close();"),
            Arbitraries.strings().ofMaxLength(8))
            .as(Defects::of).list().ofMaxSize(12);
    }

    @Property
    void whatIsWrittenIsReadBackWhateverTheOrderOfTheLines(@ForAll("findings") List<Finding> findings,
            @ForAll Random random) {
        BaselineFile file = BaselineFile.of(findings);
        List<String> lines = new ArrayList<>(file.text().lines().toList());
        assertEquals(findings.size(), lines.size());
        Collections.shuffle(lines, random);
        assertEquals(file, BaselineFile.read("baseline.txt", String.join("\r\n", lines)));
    }

    @Property
    void aBaselineCoversWhatItWasMadeOfAndNoMore(@ForAll("findings") List<Finding> findings,
            @ForAll("findings") List<Finding> more) {
        BaselineFile file = BaselineFile.of(findings);
        assertEquals(findings.stream().sorted().toList(), file.covers(findings).known());
        assertEquals(List.of(), file.stale(findings));
        BaselineFile.Covered covered = file.covers(more);
        assertEquals(more.stream().sorted().toList(),
            Stream.concat(covered.known().stream(), covered.others().stream()).sorted().toList());
        assertEquals(covered.known().size(), findings.size() - file.stale(more).size());
    }

    @Property
    void pruningOnlyRemovesAndOnlyTheStale(@ForAll("findings") List<Finding> findings,
            @ForAll("findings") List<Finding> now) {
        BaselineFile file = BaselineFile.of(findings);
        BaselineFile pruned = file.pruned(now);
        assertEquals(List.of(), pruned.addedSince(file));
        assertEquals(file.entries(),
            Stream.concat(pruned.entries().stream(), file.stale(now).stream()).sorted().toList());
        assertEquals(file.covers(now), pruned.covers(now));
        assertEquals(List.of(), pruned.stale(now));
    }

    /** What git does with edits that do not touch: the lines of both sides. */
    @Property
    void linesAddedOnTwoSidesMergeToTheBaselineOfBoth(@ForAll("findings") List<Finding> base,
            @ForAll("findings") List<Finding> ours, @ForAll("findings") List<Finding> theirs) {
        String merged = text(base) + text(ours) + text(theirs);
        BaselineFile both = BaselineFile.read("baseline.txt", merged);
        assertEquals(BaselineFile.of(Stream.of(base, ours, theirs).flatMap(List::stream).toList()), both);
        assertEquals(ours.size() + theirs.size(), both.addedSince(BaselineFile.of(base)).size());
    }

    @Property
    void oneMoreFindingAddsOneLineAndMovesNone(@ForAll("findings") List<Finding> findings) {
        if (!findings.isEmpty()) {
            List<String> more = new ArrayList<>(text(findings).lines().toList());
            List<String> fewer = text(findings.subList(1, findings.size())).lines().toList();
            more.remove(line(findings.get(0)));
            assertEquals(fewer, more);
        }
    }

    @Example
    void aRenamedFileAndANewWordingForgiveNothingNew() {
        BaselineFile before = BaselineFile.of(List.of(Defects.of("leak", "A.java", 1, "shop/A.run", "x", "open")));
        BaselineFile after = BaselineFile.of(List.of(Defects.of("leak", "B.java", 9, "shop/A.run", "x", "not closed")));
        assertEquals(List.of(), after.addedSince(before));
    }

    @Example
    void twinsNeedTwoLines() {
        Finding twin = Defects.in("A.java", 1, "shop/A.run", "x");
        BaselineFile one = BaselineFile.of(List.of(twin));
        assertEquals(List.of(twin), one.covers(List.of(twin, twin)).others());
        assertEquals(1, BaselineFile.of(List.of(twin, twin)).addedSince(one).size());
    }

    @Example
    void aMessageOfSeveralLinesIsOneLine() {
        Finding finding = Defects.of("leak", "A.java", 1, "shop/A.run", "x", "`in`\tstays\r\n open\u2028now ");
        assertTrue(text(List.of(finding)).endsWith("\tA.java\t`in` stays open now\n"), text(List.of(finding)));
    }

    @Example
    void badLinesAreNamed() {
        assertWrong("base.txt:2: expected a rule, a fingerprint, a path and a message, parted by tabs.",
            "\nleak A.java");
        assertWrong("base.txt:1: `12ab` is not a fingerprint, 16 hex digits.", "leak\t12ab\tA.java\tx");
        assertWrong("base.txt:1: `` is not the id of a rule.", "\t0123456789abcdef\tA.java\tx");
        assertWrong("base.txt:1: a merge left its marks; keep the lines of both sides, without the marks.",
            "<<<<<<< HEAD");
    }

    private static String text(List<Finding> findings) {
        return BaselineFile.of(findings).text();
    }

    private static String line(Finding finding) {
        return text(List.of(finding)).lines().collect(Collectors.joining());
    }

    private static void assertWrong(String message, String text) {
        assertEquals(message,
            assertThrows(UsageException.class, () -> BaselineFile.read("base.txt", text)).getMessage());
    }
}
