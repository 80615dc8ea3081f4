package dev.plumbline.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.report.SettingsSchema;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleDocs;
import dev.plumbline.rules.spotbugs.PluginFiles;
import dev.plumbline.testkit.KnownGaps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocsAreFreshTest {

    private static final Path REPOSITORY = Path.of("..");

    @Test
    void committedPagesSayWhatTheRulesSay() {
        RuleCatalog rules = RuleCatalog.installed();
        RuleDocs docs = RuleDocs.of(rules, KnownGaps.in(Path.of("src/test/java")), REPOSITORY)
            .with(PluginFiles.of(rules)).with(Map.of(SettingsSchema.PATH, SettingsSchema.of(rules)));
        assertEquals(List.of(), docs.stale(REPOSITORY), "run `./plumbline docs` and commit what it writes");
    }
}
