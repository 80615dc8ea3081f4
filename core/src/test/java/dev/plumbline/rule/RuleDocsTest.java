package dev.plumbline.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.UsageException;
import dev.plumbline.program.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleDocsTest {

    @RuleInfo(title = "A or b", severity = Severity.ERROR, confidence = Confidence.HIGH, cwe = {1, 22}, since = "0.1",
        why = "Because.\n", instead = "Write c.", silent = {"d", "e"}, bad = "class Bad {\n}\n",
        good = "class Good {\n}")
    private static final class SomeRule implements SourceRule {

        private SomeRule(Settings settings) {
            settings.number("depth", 4, 1, 9, "how deep it looks");
        }

        @Override
        public void check(Unit unit, Context context, Sink out) {
        }
    }

    private record Pack() implements RulePack {

        @Override
        public String id() {
            return "things";
        }

        @Override
        public List<Function<Settings, Rule>> rules() {
            return List.of(SomeRule::new);
        }
    }

    private final RuleCatalog catalog = RuleCatalog.of(List.of(new Pack()));
    @TempDir
    private Path repository;

    @Test
    void aPageHasItsHeadingsInAFixedOrder() {
        assertEquals("""
            # A or b

            `some-rule` · pack things · error · high confidence · \
            [CWE-1](https://cwe.mitre.org/data/definitions/1.html) · \
            [CWE-22](https://cwe.mitre.org/data/definitions/22.html) · since 0.1 · on by default

            ## What goes wrong

            Because.

            ## Example

            ```java
            class Bad {
            }
            ```

            ## Instead

            Write c.

            ```java
            class Good {
            }
            ```

            ## Stays silent on

            * d
            * e

            ## Options

            * `depth` (a whole number from 1 to 9, default `4`): how deep it looks

            ## Known gaps

            * Missed: f

            ## Suppress

            On the line, or on the line above it:

            ```java
            // plumbline:ignore some-rule -- why it is right here
            ```

            On a declaration, for all of it:

            ```java
            @SuppressWarnings("plumbline:some-rule") // why it is right here
            ```

            The reason is required. A suppression that hides nothing is reported.
            """, RulePage.markdown(catalog.rules().get(0), List.of("Missed: f")));
    }

    @Test
    void writingMakesFreshAndOldPagesGo() throws Exception {
        readme("# Product\n<!-- rules -->\nold\n<!-- /rules -->\nmore\n");
        Path old = Files.createDirectories(repository.resolve("docs/rules/things")).resolve("gone-rule.md");
        Files.writeString(old, "gone");
        RuleDocs docs = docs();
        assertEquals(List.of("README.md", "docs/rules/README.md", "docs/rules/things/gone-rule.md",
            "docs/rules/things/some-rule.md"), docs.stale(repository));

        docs.write(repository);

        assertEquals(List.of(), docs().stale(repository));
        assertFalse(Files.exists(old));
        assertEquals("""
            # Product
            <!-- rules -->
            | Rule | Finds | Default |
            |---|---|---|
            | [`some-rule`](docs/rules/things/some-rule.md) | A or b | on |
            <!-- /rules -->
            more
            """, Files.readString(repository.resolve("README.md")));
        assertTrue(Files.readString(repository.resolve("docs/rules/README.md")).contains("(things/some-rule.md)"));
    }

    @Test
    void otherLineEndsAreNotStale() throws Exception {
        readme("<!-- rules -->\n<!-- /rules -->\n");
        docs().write(repository);
        Path page = repository.resolve("docs/rules/things/some-rule.md");
        Files.writeString(page, Files.readString(page).replace("\n", "\r\n"));
        assertEquals(List.of(), docs().stale(repository));
    }

    @Test
    void aReadmeWithoutTheLinesIsRefused() throws Exception {
        readme("# Product\n");
        String message = assertThrows(UsageException.class, this::docs).getMessage();
        assertTrue(message.contains("<!-- rules -->"), message);
    }

    @Test
    void optionsMakeAnotherRuleAndUnknownOnesAreMistakes() {
        assertEquals(true, catalog.rules().get(0).isAsMeasured());
        assertEquals(true, of(Map.of("depth", "4")).isAsMeasured());
        assertEquals(Map.of("depth", "5"), of(Map.of("depth", "5")).chosen());
        assertEquals("The options of the rule some-rule: there is no option dept; did you mean depth?",
            assertThrows(UsageException.class, () -> of(Map.of("dept", "5"))).getMessage());
        assertEquals("The options of the rule some-rule: depth must be a whole number from 1 to 9, not 10.",
            assertThrows(UsageException.class, () -> of(Map.of("depth", "10"))).getMessage());
        assertThrows(UsageException.class, () -> RuleCatalog.of(List.of(new Pack()), Map.of("other", Map.of())));
    }

    private static RuleCard of(Map<String, String> options) {
        return RuleCatalog.of(List.of(new Pack()), Map.of("some-rule", options)).rules().get(0);
    }

    private RuleDocs docs() {
        return RuleDocs.of(catalog, card -> List.of(), repository);
    }

    private void readme(String text) throws Exception {
        Files.writeString(repository.resolve("README.md"), text);
    }
}
