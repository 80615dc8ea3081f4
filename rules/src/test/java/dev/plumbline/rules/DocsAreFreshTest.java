package dev.plumbline.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.report.SettingsSchema;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleDocs;
import dev.plumbline.testkit.KnownGaps;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocsAreFreshTest {

    private static final Path REPOSITORY = Path.of("..");

    @Test
    void committedPagesSayWhatTheRulesSay() {
        RuleDocs docs = RuleDocs.of(RuleCatalog.installed(), KnownGaps.in(Path.of("src/test/java")), REPOSITORY)
            .with(SettingsSchema.PATH, SettingsSchema.of(RuleCatalog.installed()));
        assertEquals(List.of(), docs.stale(REPOSITORY), "run `./plumbline docs` and commit what it writes");
    }
}
