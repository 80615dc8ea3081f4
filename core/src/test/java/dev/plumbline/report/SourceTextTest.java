package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Property(tries = 500)
    void linesAreWhatTheLanguageSays(@ForAll @Chars({'\r', '\n', 'a', ' ', '\t'}) String text) {
        SourceText source = SourceText.of(text);
        List<String> lines = IntStream.rangeClosed(1, source.lines())
            .mapToObj(line -> source.slice(line, 0, source.length(line)))
            .toList();
        assertEquals(List.of(text.split("\r\n|\r|\n", -1)), lines);
        assertEquals(LineHashes.of(text).lines(), source.lines());
    }

    @Test
    void aCharacterOfTwoUnitsIsNotCutInHalf() {
        SourceText source = SourceText.of("a\ud83d\ude00b");
        assertEquals(1, source.whole(1, 2));
        assertEquals(3, source.whole(1, 3));
    }
}
