package dev.plumbline.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleContractTest {

    @Test
    void aGoodRuleHasNoBreaches() {
        assertEquals(List.of(), RuleContract.breaches(new EmptyCatch()));
        assertEquals(List.of(), RuleContract.breaches(new SleepingMethod()));
    }

    @Test
    void everyBreachIsNamed() {
        assertEquals(List.of(
            "the class is not final",
            "the title is not a short line without a full stop",
            "`why` does not say why in 100 characters",
            "`instead` does not say what to write",
            "`since` is not a release such as 0.1",
            "`bad` and `good` are the same",
            "the field text can change",
            "the field count is not final"), RuleContract.breaches(new CrashingRule()));
    }
}
