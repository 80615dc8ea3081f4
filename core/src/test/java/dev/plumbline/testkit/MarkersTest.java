package dev.plumbline.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarkersTest {

    @Test
    void aMarkedBugMustBeFoundWithItsText() {
        assertEquals(List.of(), disagreements("a(); // bug: lost", found(1, "the write is lost")));
        assertSays("line 1 is silent: the bug was not found", disagreements("a(); // bug: lost"));
        assertSays("line 1 does not say `lost` but: other", disagreements("a(); // bug: lost", found(1, "other")));
    }

    @Test
    void whatIsNotMarkedMustBeSilent() {
        assertEquals(List.of(), disagreements("a();\nb();"));
        assertSays("line 2 is reported but not marked: x", disagreements("a();\nb();", found(2, "x")));
        assertSays("(no such line)", disagreements("a();", found(7, "x")));
    }

    @Test
    void whatIsFineMustBeSilent() {
        assertEquals(List.of(), disagreements("a(); // fine: locked"));
        assertSays("although it is fine: x", disagreements("a(); // fine: locked", found(1, "x")));
    }

    @Test
    void aKnownGapMustStayOpenUntilTheMarkerIsChanged() {
        assertEquals(List.of(), disagreements("a(); // missed: a local"));
        assertSays("a known gap was closed", disagreements("a(); // missed: a local", found(1, "x")));
    }

    @Test
    void aKnownFalseAlarmMustStayUntilTheMarkerIsChanged() {
        assertEquals(List.of(), disagreements("a(); // noise: an alias", found(1, "x")));
        assertSays("a known false alarm is gone", disagreements("a(); // noise: an alias"));
    }

    @Test
    void aLineMayHaveSeveralMarkersAndEachMustBeMet() {
        String line = "a(b()); // bug: first // bug: second";
        assertEquals(List.of(), disagreements(line, found(1, "the second"), found(1, "the first")));
        assertSays("does not say `second`", disagreements(line, found(1, "the first")));
        assertSays("not marked: third", disagreements(line, found(1, "the second"), found(1, "the first"),
            found(1, "third")));
    }

    @Test
    void aMarkerWithoutATextIsRefused() {
        assertThrows(AssertionError.class, () -> Markers.in("a(); // bug:"));
    }

    @Property
    void markersAreReadBackAsWritten(@ForAll("lines") List<Marker> markers) {
        String source = IntStream.range(0, markers.size())
            .mapToObj(i -> "call" + i + "(\"//\"); " + markers.get(i))
            .reduce("", (above, line) -> above + line + "\n");
        List<Marker> expected = new ArrayList<>();
        for (int i = 0; i < markers.size(); i++) {
            expected.add(new Marker(markers.get(i).kind(), i + 1, markers.get(i).text()));
        }
        assertEquals(expected, Markers.in(source).all());
    }

    @Property
    void findingsThatAnswerTheMarkersAgreeInAnyOrder(@ForAll("lines") List<Marker> markers) {
        List<Finding> findings = new ArrayList<>();
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < markers.size(); i++) {
            source.append(markers.get(i)).append('\n');
            if (markers.get(i).expectsFinding()) {
                findings.add(0, found(i + 1, "so " + markers.get(i).text() + " it is"));
            }
        }
        assertEquals(List.of(), Markers.in(source.toString()).disagreements(findings));
    }

    @Provide
    Arbitrary<List<Marker>> lines() {
        Arbitrary<String> text = Arbitraries.strings().withChars("ab `:/x.").ofMinLength(1).ofMaxLength(12)
            .map(chars -> "t" + chars.strip() + "t");
        return Combinators.combine(Arbitraries.of(Marker.Kind.values()), text)
            .as((kind, words) -> new Marker(kind, 0, words))
            .list().ofMaxSize(8);
    }

    private static List<String> disagreements(String source, Finding... findings) {
        return Markers.in(source).disagreements(List.of(findings));
    }

    private static void assertSays(String part, List<String> sentences) {
        assertEquals(1, sentences.size(), sentences::toString);
        assertTrue(sentences.get(0).contains(part), sentences.get(0));
    }

    private static Finding found(int line, String message) {
        return new Finding("some-rule", Severity.ERROR, Confidence.HIGH, new Place(Path.of("A.java"), line, 1, line, 2),
            message, List.of(), Optional.empty(), new Fingerprint("0123456789abcdef", "", ""));
    }
}
