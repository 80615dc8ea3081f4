package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void codeInAMessageStaysCode() {
        assertEquals("`put` depends on an earlier `a<b>|c` here", MarkdownText.prose(
            "`put` depends on an earlier `a<b>|c` here"));
    }

    @Test
    void htmlLinksAndTablesAreText() {
        assertEquals("\\</details\\>\\<script\\>x\\</script\\>", MarkdownText.prose("</details><script>x</script>"));
        assertEquals("!\\[x\\](https\u200b://evil.example) a \\| b \\*\\*c\\*\\* \\_d\\_ \\~e\\~",
            MarkdownText.prose("![x](https://evil.example) a | b **c** _d_ ~e~"));
        assertEquals("&amp;lt; \\\\ <span>$</span>x<span>$</span>", MarkdownText.prose("&lt; \\ $x$"));
        assertEquals("\\<!-- x --\\>", MarkdownText.prose("<!-- x -->"));
    }

    @Test
    void nobodyIsCalledAndNoIssueIsMentioned() {
        assertEquals("ask @\u200bsomebody about #\u200b12, GH\u200b-12 or WWW\u200b.example.org",
            MarkdownText.prose("ask @somebody about #12, GH-12 or WWW.example.org"));
        assertEquals("`@Override`", MarkdownText.prose("`@Override`"));
    }

    @Test
    void aLoneBacktickOpensNothing() {
        assertEquals("a &#96; b", MarkdownText.prose("a ` b"));
        assertEquals("&#96;&#96;x", MarkdownText.prose("``x"));
        assertEquals("`a` `b`", MarkdownText.prose("`a``b`"));
    }

    @Test
    void lineEndsAndInvisibleCharactersAreShown() {
        assertEquals("a b \\<U+202E\\>c", MarkdownText.prose("a\r\n\n\nb \u202ec"));
        assertEquals("`a/b c.java`", MarkdownText.code("a/b\nc.java"));
    }

    @Test
    void aCodeSpanIsLongerThanWhatItHolds() {
        assertEquals("``` a``b` ```", MarkdownText.code("a``b`"));
        assertEquals("`a`", MarkdownText.code(" a "));
        assertEquals("(empty)", MarkdownText.code("  "));
    }

    @Test
    void aFenceIsLongerThanWhatItHolds() {
        assertEquals("```java\nint a;\n```\n", MarkdownText.fenced("java", List.of("int a;")));
        assertEquals("`````java\n````\n</details>\n`````\n",
            MarkdownText.fenced("java", List.of("````", "</details>")));
    }

    @Test
    void aVeryLongTextIsCut() {
        assertTrue(MarkdownText.prose("word ".repeat(1_000)).length() <= 500);
        String frame = MarkdownText.fenced("java", List.of("\ud83d\ude00".repeat(1_000)));
        assertTrue(frame.length() < 520 && isWhole(frame));
    }

    /** What a reader of Markdown can obey is there only inside of code, or after a backslash. */
    @Property(tries = 1_000)
    void noTextDoesAnything(@ForAll("hostile") String message) {
        String safe = MarkdownText.prose(message);
        assertFalse(safe.contains("\n") || safe.contains("\r"));
        assertTrue(isWhole(safe));
        assertEquals(0, safe.chars().filter(c -> c == '`').count() % 2, safe);
        String outside = safe.replaceAll("`[^`]*`", "").replace("<span>$</span>", "").replaceAll("&(amp|#96);", "")
            .replaceAll("\\\\[\\\\*_\\[\\]<>~|]", "");
        assertFalse(
            outside.matches("(?s).*([`*_\\[\\]<>~|$&\\\\]|[@#][^\\u200b]|[@#]$|(?<!\\u200b)://|(?i)www\\.|gh-).*"),
            outside);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> words = Arbitraries.of("`", "``", "```", "<", ">", "</details>", "<!--", "@", "@a", "#1", "|",
            "\\", "[x](y)", "![", "*", "_", "~", "$", "&lt;", "://", "http://x", "www.x", "gh-1", "\n", "\r\n", "# ",
            "- ", "1. ",
            " ", "a", "\u202e", "\ud83d", "\ud83d\ude00", "<U+");
        return Arbitraries.oneOf(words.list().ofMaxSize(30).map(list -> String.join("", list)), Arbitraries.strings());
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE);
    }
}
