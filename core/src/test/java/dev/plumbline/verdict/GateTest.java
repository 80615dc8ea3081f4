package dev.plumbline.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.verdict.Gate.Decision;
import dev.plumbline.verdict.Gate.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Score FINE = score(Verdict.LIKE_HUMAN);
    private static final Score WITHHELD = score(Verdict.WITHHELD);
    private static final Score BEYOND = score(Verdict.BEYOND_AI);
    private static final Finding LEAK = Defects.in("src/Cart.java", 10, "shop/Cart.load", "in = open();");

    private final Gate gate = Gate.standard();

    @Test
    void aSureErrorFailsWhateverTheScore() {
        Comparison sure = introduced(Severity.ERROR, Confidence.HIGH);
        List<String> reasons = List.of("src/Cart.java:10 has a new error of high confidence, leak: `in` stays open.");
        assertEquals(new Decision(Outcome.FAILED, reasons), gate.decide(FINE, sure));
        assertEquals(new Decision(Outcome.FAILED, reasons), gate.decide(WITHHELD, sure));
    }

    @Test
    void lessSevereOrLessSureOnesPass() {
        assertEquals(Outcome.PASSED, gate.decide(FINE, introduced(Severity.WARNING, Confidence.HIGH)).outcome());
        assertEquals(Outcome.PASSED, gate.decide(FINE, introduced(Severity.ERROR, Confidence.MEDIUM)).outcome());
        Gate strict = new Gate(Severity.WARNING, Confidence.MEDIUM, true);
        assertEquals(Outcome.FAILED, strict.decide(FINE, introduced(Severity.ERROR, Confidence.MEDIUM)).outcome());
    }

    @Test
    void oldDefectsAndThoseNobodySawBeforeDoNotFail() {
        Finding sure = Defects.with(LEAK, Severity.ERROR, Confidence.HIGH);
        assertEquals(Outcome.PASSED, gate.decide(FINE,
            new Comparison(List.of(), List.of(sure), List.of(new Comparison.Kept(sure, sure)), List.of(sure)))
            .outcome());
    }

    @Test
    void beyondAiFailsUnlessToldOtherwise() {
        Comparison nothing = Defects.comparison(Stream.of());
        assertEquals(new Decision(Outcome.FAILED,
            List.of("More defects than even AI-written changes are known for: the arithmetic.")),
            gate.decide(BEYOND, nothing));
        assertEquals(new Decision(Outcome.PASSED, List.of()),
            new Gate(Severity.ERROR, Confidence.HIGH, false).decide(BEYOND, nothing));
    }

    @Test
    void withheldIsNeverAPass() {
        assertEquals(new Decision(Outcome.WITHHELD, List.of("the arithmetic.")),
            gate.decide(WITHHELD, introduced(Severity.WARNING, Confidence.LOW)));
    }

    private static Comparison introduced(Severity severity, Confidence confidence) {
        return Defects.comparison(Stream.of(
            new Introduced(Defects.with(LEAK, severity, confidence), Introduced.Where.CHANGED_LINE)));
    }

    private static Score score(Verdict verdict) {
        return new Score(verdict, Optional.empty(), new TreeMap<>(), "the arithmetic.", List.of(), List.of());
    }
}
