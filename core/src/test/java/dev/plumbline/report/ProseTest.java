package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProseTest {

    @Test
    void theFirstSentenceEndsAtItsFullStop() {
        assertEquals("It is lost.", Prose.firstSentence("It is\nlost. The next one is not."));
        assertEquals("It is lost.", Prose.firstSentence("It is lost. `put` is not."));
        assertEquals("One paragraph", Prose.firstSentence("One paragraph\n\nand another."));
    }

    @Test
    void codeAndAbbreviationsEndNoSentence() {
        assertEquals("Call `a.b. C` at once.", Prose.firstSentence("Call `a.b. C` at once. Or not."));
        assertEquals("Some, e.g. `a` and i.e. B, are.", Prose.firstSentence("Some, e.g. `a` and i.e. B, are. X"));
    }

    @Test
    void whatIsTooLongIsCutBetweenWords() {
        assertEquals("one two", Prose.cut("one two", 7));
        assertEquals("one two...", Prose.cut("one two three", 12));
        assertEquals(10, Prose.cut("x".repeat(50), 10).length());
    }
}
