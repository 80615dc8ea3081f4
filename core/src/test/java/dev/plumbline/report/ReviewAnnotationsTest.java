package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.engine.Review;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewAnnotationsTest {

    @TempDir
    private Path folder;

    @Test
    void theVerdictComesFirstThenTheGravest() {
        Review review = SampleReview.of(folder);
        List<String> lines = lines(review);
        assertEquals(4, lines.size(), lines::toString);
        assertEquals("::error title=Plumbline::Failed: 3 findings introduced, beyond what AI-written changes are known "
            + "for. " + review.score().sentence(), lines.get(0));
        assertEquals("::error file=shop/Store.java,line=21,endLine=21,col=18,endColumn=39,title=dropped-exception::"
            + "`ArithmeticException` is dropped%0AInstead: Handle `it`.", lines.get(1));
    }

    @Test
    void whatIsNotOnAChangedLineIsShownOnOne() {
        List<String> lines = lines(SampleReview.of(folder));
        assertTrue(lines.get(2).startsWith("::warning file=shop/Store.java,line=8,endLine=8,col=9,"), lines.get(2));
        assertTrue(lines.get(2).contains("::nothing closes this (shop/Store.java:4, in code that the change did not "
            + "touch)%0AInstead: Close it."), lines.get(2));
        assertTrue(lines.get(3).startsWith("::notice file=shop/Parser.java,line=5,"), lines.get(3));
        assertTrue(lines.get(3).contains("%0A1. shop/Caller.java:5 the call%0A"), lines.get(3));
    }

    @Test
    void moreThanGitHubShowsAreCounted() {
        List<Finding> many = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            IntStream.range(0, 30).forEach(i -> many.add(finding("A.java", severity, "message " + i)));
        }
        List<String> lines = lines(HandmadeReview.of(many));
        for (String level : List.of("error", "warning", "notice")) {
            assertEquals(10, lines.stream().filter(line -> line.startsWith("::" + level + " ")).count(), level);
        }
        String last = lines.get(lines.size() - 1);
        assertTrue(
            last.startsWith("::notice title=Plumbline::") && last.contains("62 more findings are not shown here"),
            last);
    }

    @Test
    void aRegionOfSeveralLinesHasNoColumns() {
        Place place = new Place(Path.of("A.java"), 3, 5, 6, 2);
        Finding finding = new Finding("r", Severity.ERROR, Confidence.HIGH, place, "m", List.of(), Optional.empty(),
            new Fingerprint("0", "", ""));
        assertEquals("::error file=A.java,line=3,endLine=6,title=r::m",
            lines(HandmadeReview.of(List.of(finding))).get(1));
    }

    @Test
    void whatGitHubWouldObeyIsEscaped() {
        Finding finding = finding("a,b:c%0A::d/A.java", Severity.ERROR,
            "100% wrong\r\n::stop-commands::x\u001b[31m");
        String line = lines(HandmadeReview.of(List.of(finding))).get(1);
        assertEquals("::error file=a%2Cb%3Ac%250A%3A%3Ad/A.java,line=1,endLine=1,col=1,endColumn=2,title=r::"
            + "100%25 wrong ::stop-commands::x<U+001B>[31m", line);
    }

    @Test
    void aPlaceOnTheMachineIsNotNamed() {
        String text = String.join("\n", lines(HandmadeReview.of(
            List.of(finding("/home/me/A.java", Severity.ERROR, "m")))));
        assertFalse(text.contains("file="), text);
    }

    @Property(tries = 200)
    void everyLineIsACommand(@ForAll String message, @ForAll String what) {
        Finding finding =
            new Finding("r", Severity.WARNING, Confidence.LOW, SampleReport.at("A.java", 1, 1, 2), message,
                List.of(new Step(SampleReport.at("A.java", 1, 1, 2), what)), Optional.empty(),
                new Fingerprint("0", "", ""));
        lines(HandmadeReview.of(List.of(finding)))
            .forEach(line -> assertTrue(line.matches("::(error|warning|notice) [^\r\n]*::[^\r\n]*"), line));
    }

    private static Finding finding(String path, Severity severity, String message) {
        return new Finding("r", severity, Confidence.LOW, SampleReport.at(path, 1, 1, 2), message, List.of(),
            Optional.empty(), new Fingerprint("0", "", ""));
    }

    private static List<String> lines(Review review) {
        String text = ReviewAnnotations.commands().write(review);
        assertTrue(text.endsWith("\n"));
        return List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }
}
