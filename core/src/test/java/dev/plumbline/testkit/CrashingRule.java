package dev.plumbline.testkit;

import dev.plumbline.finding.Confidence;
import dev.plumbline.finding.Severity;
import dev.plumbline.program.Unit;
import dev.plumbline.rule.Context;
import dev.plumbline.rule.RuleInfo;
import dev.plumbline.rule.Sink;
import dev.plumbline.rule.SourceRule;

/** A rule that breaks every promise. */
@RuleInfo(title = "Crash.", severity = Severity.ERROR, confidence = Confidence.LOW, since = "soon", why = "",
    instead = "",
    bad = "class A {}", good = "class A {}")
class CrashingRule implements SourceRule {

    private final StringBuilder text = new StringBuilder();
    private int count;

    @Override
    public void check(Unit unit, Context context, Sink out) {
        text.append(count++);
        throw new IllegalStateException("on purpose");
    }
}
