package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.engine.Debt;
import dev.plumbline.engine.Review;
import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Fingerprint;
import dev.plumbline.finding.Notice;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewMarkdownTest {

    private static final int GITHUB = 65_536;

    @TempDir
    private Path folder;

    @Test
    void theVerdictIsOneLineUnderTheMarker() {
        List<String> lines = write(SampleReview.of(folder)).lines().toList();
        assertEquals("<!-- plumbline -->", lines.get(0));
        assertEquals("## Plumbline: Failed: 3 findings introduced, beyond what AI-written changes are known for",
            lines.get(1));
        assertEquals("From `base` to `head`.", lines.get(3));
    }

    @Test
    void aFindingHasItsPlaceItsProofAndWhatToDo() {
        String text = write(SampleReview.of(folder));
        assertTrue(text.contains("""
            **1. error** `shop/Store.java:21` `dropped-exception`: `ArithmeticException` is dropped

            <details><summary>Code and trace</summary>

            ```java
              --> shop/Store.java:21:18
            """), text);
        assertTrue(text.contains(" 21 |         } catch (ArithmeticException e) {"), text);
        assertTrue(text.contains("""
            **Why:** It is for tests only.<br>
            **Instead:** Handle `it`.
            """), text);
        assertTrue(text.contains("""
            **2. warning** `shop/Store.java:4` `open-without-close`: nothing closes this (in code that the change did \
            not touch)
            """), text);
        assertTrue(text.contains("\n1. `shop/Caller.java:5`: the call\n\n</details>\n"), text);
        assertFalse(text.contains("Further findings"), text);
    }

    @Test
    void theArithmeticIsThereForPeopleToCheck() {
        Review review = SampleReview.of(folder);
        String text = write(review);
        assertTrue(text.contains("\n" + review.score().sentence() + "\n"), text);
        assertTrue(text.contains("\n| **all packs** | 2 | "), text);
        assertTrue(text.contains("\n| exceptions | 1 | ") && text.contains("\n| resources | 1 | "), text);
        assertTrue(text.contains("Beside these, 1 introduced by rules that nobody has measured"), text);
        assertTrue(text.endsWith("\nReference: " + ReviewWords.SOURCE + "\n"), text);
    }

    @Test
    void whatWasFixedIsCountedAndListed() {
        assertTrue(write(SampleReview.of(folder)).contains("""
            <details><summary>Fixed by the change: 1</summary>

            - `shop/Parser.java:7` `dropped-exception`: `NumberFormatException` is dropped

            </details>
            """));
    }

    @Test
    void whatTheChangeAsksSilenceForIsListed() {
        Map<String, String> silenced = new HashMap<>(SampleReview.HEAD);
        silenced.merge(SampleReview.STORE, "", (text, none) -> text.replace("    void open() {",
            "    // plumbline:ignore open-without-close -- @all agreed\n    void open() {"));
        String text = write(SampleReview.of(folder, SampleReview.BASE, silenced));
        assertTrue(text.contains("nothing closes this (in code that the change did not touch; the change asks for"
            + " silence)"), text);
        assertTrue(text.contains("### The change asks for silence\n\n- `shop/Store.java:4`: a new suppression asks for"
            + " silence about open-without-close (@\u200ball agreed)\n"), text);
    }

    @Test
    void whatWasNotSeenIsSaidWithoutPlacesOnTheMachine() {
        List<Notice> notices = List.of(Notice.incomplete("unreadable-jar", "/home/me/.m2/odd.jar",
            "/home/me/.m2/odd.jar is not a jar."), Notice.note("n", "``` and more"));
        String text = write(HandmadeReview.of(List.of(), List.of(), List.of(), notices, Map.of(), new TreeMap<>()));
        assertTrue(
            text.contains("<details><summary>What was not seen, and what is worth knowing</summary>\n\n````text\n"
                + "Not analysed, or with less than was asked for:\n"),
            text);
        assertTrue(text.contains("    odd.jar is not a jar.\n"), text);
        assertFalse(text.contains("/home/me"), text);
    }

    @Test
    void fiveInFullAndTheOthersInALine() {
        String text = write(HandmadeReview.of(IntStream.range(0, 80)
            .mapToObj(i -> finding("A" + (i + 10) + ".java", "m" + i, List.of())).toList()));
        assertEquals(5, text.split("<summary>Code and trace</summary>", -1).length - 1);
        assertTrue(text.contains("\n**Further findings**\n\n- `A15.java:1` `r`: m5\n- `A16.java:1` `r`: m6\n"), text);
        assertTrue(text.contains("Left out, because a comment holds only so much: further findings (25)."), text);
    }

    @Test
    void ofALongTraceTheEndIsKept() {
        List<Step> steps = IntStream.rangeClosed(1, 500)
            .mapToObj(i -> new Step(SampleReport.at("A.java", i, 1, 2), "step " + i)).toList();
        String text = write(HandmadeReview.of(List.of(finding("A.java", "m", steps))));
        assertTrue(text.contains("\n19. `A.java:19`: step 19\n"), text);
        assertTrue(text.contains("\n500. `A.java:500`: step 500\n"), text);
        assertFalse(text.contains("\n20. "), text);
    }

    @Test
    void hostileCodeBreaksOutOfNothing() {
        String evil = "x\n```\n</details>\n<img src=x onerror=alert(1)> @everyone [a](b) `y` | z\n<!-- plumbline -->";
        String path = "a`b</details>@me|c/A.java";
        Finding finding = finding(path, evil, List.of(new Step(SampleReport.at(path, 2, 1, 2), "- " + evil)));
        String source = "/* ```` </details>\n```\n</details> @everyone\n<!-- --> */\n";
        String text = write(HandmadeReview.of(List.of(finding), List.of(finding),
            List.of(new Debt("suppression", finding.place(), evil)), List.of(Notice.note("k", evil)),
            Map.of(path, source), new TreeMap<>()));
        String outside = withoutCode(text);
        assertEquals(1, text.lines().filter(ReviewMarkdown.MARKER::equals).count(), text);
        assertFalse(outside.contains("<img"), outside);
        assertFalse(outside.contains("@e") || outside.contains("@m"), outside);
        assertFalse(outside.replace("\\[", "").contains("["), outside);
        assertEquals(count(outside, "<details>"), count(outside, "\n</details>\n"));
        assertEquals(count(outside, "<details>"), count(outside.replace("\\<", ""), "</details>"));
    }

    @Test
    void theLocaleDoesNotShow() {
        Review review = SampleReview.of(folder);
        String first = write(review);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(first, write(review));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 60)
    void isNeverTooLongAndAlwaysBeginsWithTheMarker(@ForAll String message, @ForAll String what,
            @ForAll @IntRange(max = 300) int findings, @ForAll @IntRange(max = 300) int steps,
            @ForAll @IntRange(max = 3_000) int times) {
        String path = "\u6f22".repeat(Math.min(times, 200)) + "/A.java";
        List<Step> trace = IntStream.range(0, steps)
            .mapToObj(i -> new Step(SampleReport.at(path, i % 40 + 1, 1, 9), what.repeat(Math.min(times, 50)) + i))
            .toList();
        List<Finding> many = IntStream.range(0, findings)
            .mapToObj(i -> finding(path, message.repeat(Math.min(times, 50)) + "$".repeat(times) + i, trace)).toList();
        List<Debt> debts = many.stream()
            .map(finding -> new Debt("suppression", finding.place(), finding.message())).toList();
        List<Notice> notices = many.stream().map(finding -> Notice.note("k" + finding.message(), what)).toList();
        String text = write(HandmadeReview.of(many, many, debts, notices,
            Map.of(path, ("`\ud83d\ude00$".repeat(Math.min(times, 60)) + "\n").repeat(50)), new TreeMap<>()));
        assertTrue(text.startsWith("<!-- plumbline -->\n## Plumbline: "));
        assertTrue(text.length() < GITHUB && text.getBytes(StandardCharsets.UTF_8).length < GITHUB);
        assertTrue(text.endsWith(ReviewWords.SOURCE + "\n"));
        assertEquals(count(text, "\n</details>\n"), count(text, "<details><summary>"));
        assertEquals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), text);
        assertEquals(findings > 0, text.contains("\n**1. error** "), text);
    }

    @Test
    void whatIsLeftOutIsCounted() {
        List<Finding> many = Collections.nCopies(60, finding("A.java", "$".repeat(600), List.of()));
        String text = write(HandmadeReview.of(many, many, List.of(), List.of(), Map.of(), new TreeMap<>()));
        assertTrue(
            text.matches("(?s).*\nLeft out, because a comment holds only so much: further findings \\(\\d+\\), fixed"
                + " findings \\(\\d+\\)\\. `plumbline pr` shows all of it\\.\n.*"),
            text);
    }

    /** Fenced blocks first, then code spans, as Markdown has it. */
    private static String withoutCode(String text) {
        return text.replaceAll("(?ms)^(`{3,})(java|text)\n.*?\n\\1\n", "")
            .replaceAll("(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)", "");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static Finding finding(String path, String message, List<Step> trace) {
        return new Finding("r", Severity.ERROR, Confidence.LOW, new Place(Path.of(path), 1, 1, 1, 9), message, trace,
            Optional.empty(), new Fingerprint("0", "", ""));
    }

    private static String write(Review review) {
        return ReviewMarkdown.comment().write(review);
    }
}
