package dev.plumbline.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plumbline.finding.UsageException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void optionsAreReadAsWhatTheyAre() {
        Settings given = Settings.of(Map.of("a", "7", "b", "true", "c", "fast", "d", "x.Y,z", "e", "a text"));
        assertEquals(7, given.number("a", 1, 1, 9, "a number"));
        assertEquals(true, given.flag("b", false, "a flag"));
        assertEquals("fast", given.choice("c", "slow", List.of("slow", "fast"), "a choice"));
        assertEquals(List.of("x.Y", "z"), given.words("d", List.of(), "words"));
        assertEquals("a text", given.text("e", "", "a text"));
        assertEquals(List.of("k"), given.words("f", List.of("k"), "more words"));
        assertEquals(List.of("a", "b", "c", "d", "e"), List.copyOf(given.chosen().keySet()));
    }

    @Test
    void aValueThatAnOptionDoesNotTakeIsAMistakeOfTheUser() {
        Settings given = Settings.of(Map.of("a", "10", "b", "yes", "c", "quick", "d", "a b", "e", "12x"));
        assertMistake("a must be a whole number from 1 to 9, not 10.", () -> given.number("a", 1, 1, 9, ""));
        assertMistake("b must be true or false, not yes.", () -> given.flag("b", false, ""));
        assertMistake("c must be slow or fast, not quick.",
            () -> given.choice("c", "slow", List.of("slow", "fast"), ""));
        assertMistake("d must be a list of words without white space and commas, not a b.",
            () -> given.words("d", List.of(), ""));
        assertMistake("e must be a whole number from 0 to 2147483647, not 12x.", () -> given.number("e", 1, ""));
    }

    @Test
    void aValueThatIsTheDefaultChangesNoRule() {
        Settings given = Settings.of(Map.of("a", "1"));
        given.number("a", 1, 1, 9, "");
        assertEquals(Map.of(), given.chosen());
    }

    private static void assertMistake(String message, Runnable read) {
        assertEquals(message, assertThrows(UsageException.class, read::run).getMessage());
    }
}
