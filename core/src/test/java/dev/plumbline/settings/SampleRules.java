package dev.plumbline.settings;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Severity;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.Rule;
import dev.plumbline.rule.RuleCatalog;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.RulePack;
import dev.plumbline.rule.Settings;
import dev.plumbline.rule.Sink;
import dev.plumbline.rule.SourceRule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Three rules in two packs: one with every kind of option, one that is a preview. */
public final class SampleRules {

    @RuleInfo(title = "A name is long", severity = Severity.ERROR, confidence = Confidence.HIGH, since = "0.1",
        why = "why", instead = "instead", bad = "class A {}", good = "class A {}")
    private static final class LongName implements SourceRule {

        private LongName(Settings settings) {
            settings.number("most", 40, 1, 200, "how long a name may be");
            settings.flag("tests", false, "whether tests count");
            settings.choice("of", "types", List.of("types", "methods"), "whose names are measured");
            settings.words("except", List.of("a.B", "a.C"), "what may be longer");
            settings.text("say", "too long", "what is said");
        }

        @Override
        public void check(Unit unit, Context context, Sink out) {
        }
    }

    @RuleInfo(title = "A catch is empty", severity = Severity.WARNING, confidence = Confidence.HIGH, since = "0.1",
        why = "why", instead = "instead", bad = "class A {}", good = "class A {}")
    private static final class EmptyCatch implements SourceRule {

        @Override
        public void check(Unit unit, Context context, Sink out) {
        }
    }

    @RuleInfo(title = "A catch is broad", severity = Severity.NOTE, confidence = Confidence.LOW, since = "0.1",
        why = "why", instead = "instead", bad = "class A {}", good = "class A {}", preview = true)
    private static final class BroadCatch implements SourceRule {

        @Override
        public void check(Unit unit, Context context, Sink out) {
        }
    }

    private record Pack(String id, List<Function<Settings, Rule>> rules) implements RulePack {
    }

    static RuleCatalog catalog(Map<String, Map<String, String>> options) {
        return RuleCatalog.of(List.of(new Pack("names", List.of(LongName::new)),
            new Pack("exceptions", List.of(settings -> new EmptyCatch(), settings -> new BroadCatch()))), options);
    }

    public static RuleCatalog catalog() {
        return catalog(Map.of());
    }

    private SampleRules() {
    }
}
