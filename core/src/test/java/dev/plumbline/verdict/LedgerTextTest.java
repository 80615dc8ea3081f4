package dev.plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plumbline.finding.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerTextTest {

    private static final List<String> LAYERS = List.of(HumanChanges.CLASSES, HumanChanges.MEMORY);
    private static final List<String> RULES = List.of("check-then-act", "swallowed", "spotbugs/NP_ALWAYS_NULL");

    @Provide
    Arbitrary<HumanChanges> ledgers() {
        Arbitrary<String> names = Arbitraries.strings().ofMinLength(1).ofMaxLength(20)
            .filter(name -> !name.isBlank() && name.chars().noneMatch(c -> c < ' ' || c == 0x7f));
        Arbitrary<SortedMap<String, Integer>> counts = Arbitraries.maps(Arbitraries.of(RULES),
            Arbitraries.integers().between(0, 1000)).map(TreeMap::new);
        Arbitrary<HumanChange> change = Combinators
            .combine(Arbitraries.of(LAYERS), names, Arbitraries.integers().between(0, 999_999_999), counts)
            .as(HumanChange::new);
        return change.list().ofMaxSize(8).uniqueElements(one -> one.layer() + one.change()).map(changes -> {
            List<MeasuredRule> rules = new ArrayList<>();
            RULES.forEach(rule -> LAYERS.forEach(layer -> rules.add(new MeasuredRule(rule, "0f3a9c", layer))));
            return new HumanChanges(rules, changes);
        });
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll("ledgers") HumanChanges ledger) {
        String text = LedgerText.write(ledger);
        assertEquals(ledger, LedgerText.read("human.tsv", text));
        assertEquals(text, LedgerText.write(LedgerText.read("human.tsv", text.replace("\n", "\r\n"))));
    }

    @Example
    void linesAreSortedAndCommentsAreForPeople() {
        String text = """
            # measured with 1.0
            memory\talibaba/nacos 1a2b3c4\t12

            classes\tcom.acme:cart 1.0..1.1\t412\tswallowed=1 check-then-act=2
            rule\tswallowed\tff\tclasses
            rule\tcheck-then-act\tee\tclasses
            """;
        assertEquals("""
            rule\tcheck-then-act\tee\tclasses
            rule\tswallowed\tff\tclasses
            classes\tcom.acme:cart 1.0..1.1\t412\tcheck-then-act=2 swallowed=1
            memory\talibaba/nacos 1a2b3c4\t12
            """, LedgerText.write(LedgerText.read("human.tsv", text)));
    }

    @Example
    void badLinesAreNamed() {
        assertWrong("human.tsv:1: `jar` is not a layer; there are `classes` and `memory`.", "jar\tx\t1");
        assertWrong("human.tsv:1: expected a layer, a change, its lines and what it introduced.", "classes x 1");
        assertWrong("human.tsv:2: expected a whole number, not `-1`.", "# fine\nclasses\tx\t-1");
        assertWrong("human.tsv:1: expected `rule=count`, not `leak`.", "classes\tx\t1\tleak");
        assertWrong("human.tsv:1: the rule `leak` is counted twice.", "classes\tx\t1\tleak=1 leak=2");
        assertWrong("human.tsv:1: `` can not be the name of a change.", "classes\t\t1");
        assertWrong("human.tsv:1: expected `rule`, its id, its digest and its layer.", "rule\tleak\tff");
        assertWrong("human.tsv:2: expected no second line about what line 1 says already.",
            "classes\tx\t1\nclasses\tx\t2");
        assertWrong("human.tsv:2: `x` counts the rule `leak`, which was not measured for memory.",
            "rule\tleak\tff\tclasses\nmemory\tx\t1\tleak=1");
    }

    private static void assertWrong(String message, String text) {
        assertEquals(message,
            assertThrows(UsageException.class, () -> LedgerText.read("human.tsv", text)).getMessage());
    }
}
