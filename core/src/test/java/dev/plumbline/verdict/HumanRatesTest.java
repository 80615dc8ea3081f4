package dev.plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HumanRatesTest {

    private static final Map<String, String> PACKS = Map.of("leak", "resources", "open", "resources", "race",
        "concurrency", "quiet", "api", "new", "api");

    private static final HumanChanges LEDGER = LedgerText.read("human.tsv", """
        rule\tleak\t1\tclasses
        rule\topen\t1\tclasses
        rule\trace\t1\tclasses
        rule\tquiet\t1\tclasses
        rule\tleak\t1\tmemory
        classes\ta\t1500\tleak=4 race=1
        classes\tb\t500\topen=2 race=1
        memory\tc\t1000\tleak=9
        """);

    @Test
    void ratesAreFindingsPerThousandLines() {
        HumanRates rates = HumanRates.of(LEDGER, HumanChanges.CLASSES, Set.of("leak", "open", "race", "quiet", "new"),
            PACKS::get);
        assertEquals(Map.of("leak", 2.0, "open", 1.0, "race", 1.0, "quiet", 0.0), rates.byRule());
        assertEquals(Map.of("resources", 3.0, "concurrency", 1.0, "api", 0.0), rates.byPack());
        assertEquals(4.0, rates.total());
        assertEquals(new TreeSet<>(Set.of("new")), rates.unmeasured());
    }

    @Test
    void onlyTheRulesOfTheScanAreAsked() {
        HumanRates rates = HumanRates.of(LEDGER, HumanChanges.CLASSES, Set.of("race"), PACKS::get);
        assertEquals(1.0, rates.total());
        assertEquals(Map.of("concurrency", 1.0), rates.byPack());
    }

    @Test
    void eachLayerIsItsOwnMeasurement() {
        HumanRates rates = HumanRates.of(LEDGER, HumanChanges.MEMORY, Set.of("leak", "race"), PACKS::get);
        assertEquals(Map.of("leak", 9.0), rates.byRule());
        assertEquals(new TreeSet<>(Set.of("race")), rates.unmeasured());
    }

    @Test
    void withoutChangesNothingIsMeasured() {
        HumanChanges rulesOnly = new HumanChanges(LEDGER.rules(), List.of());
        HumanRates rates = HumanRates.of(rulesOnly, HumanChanges.CLASSES, Set.of("leak"), PACKS::get);
        assertEquals(new TreeSet<>(Set.of("leak")), rates.unmeasured());
        assertEquals(0.0, rates.total());
    }
}
