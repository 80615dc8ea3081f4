package dev.plumbline.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plumbline.finding.UsageException;
import dev.plumbline.verdict.HumanChange;
import dev.plumbline.verdict.HumanChanges;
import dev.plumbline.verdict.MeasuredRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredSoFarTest {

    private static final HumanChanges EMPTY = new HumanChanges(List.of(), List.of());
    private static final SortedMap<String, String> DIGESTS = new TreeMap<>(Map.of("race", "a1"));

    @TempDir
    private Path folder;

    private Path journal() {
        return folder.resolve("deep/journal");
    }

    private void add(String change, int found) {
        MeasuredSoFar.of(journal(), EMPTY).add(HumanChanges.MEMORY, change, 40, new TreeMap<>(Map.of("race", found)),
            DIGESTS);
    }

    @Test
    void whatOneRunMeasuredTheNextKnows() {
        add("one", 12);
        MeasuredSoFar known = MeasuredSoFar.of(journal(), EMPTY);
        assertEquals(OptionalInt.of(12), known.count(HumanChanges.MEMORY, "one", "race", "a1"));
        assertEquals(40, known.lines(HumanChanges.MEMORY, "one"));
        assertEquals(OptionalInt.empty(), known.count(HumanChanges.MEMORY, "one", "race", "a2"));
        assertEquals(OptionalInt.empty(), known.count(HumanChanges.CLASSES, "one", "race", "a1"));
    }

    @Test
    void aLineThatWasCutShortIsForgottenAndDoesNotSpoilTheNext() throws IOException {
        add("one", 1);
        String whole = Files.readString(journal());
        Files.writeString(journal(), whole + whole.replace("one", "two").replace("=1\n", "=1"));
        add("three", 3);
        MeasuredSoFar known = MeasuredSoFar.of(journal(), EMPTY);
        assertEquals(OptionalInt.empty(), known.count(HumanChanges.MEMORY, "two", "race", "a1"));
        assertEquals(OptionalInt.of(3), known.count(HumanChanges.MEMORY, "three", "race", "a1"));
    }

    @Test
    void aLedgerIsKnownToo() {
        MeasuredSoFar known = MeasuredSoFar.of(journal(), new HumanChanges(
            List.of(new MeasuredRule("race", "a1", HumanChanges.MEMORY)),
            List.of(new HumanChange(HumanChanges.MEMORY, "one", 7, new TreeMap<>()))));
        assertEquals(OptionalInt.of(0), known.count(HumanChanges.MEMORY, "one", "race", "a1"));
        assertEquals(7, known.lines(HumanChanges.MEMORY, "one"));
    }

    @Test
    void anotherFileIsNoJournal() throws IOException {
        Files.createDirectories(journal().getParent());
        Files.writeString(journal(), "Dear diary,\n");
        assertThrows(UsageException.class, () -> MeasuredSoFar.of(journal(), EMPTY));
    }
}
