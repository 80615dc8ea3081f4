package dev.plumbline.testkit;

import dev.plumbline.rule.Rule;

/** Runs one rule on snippets whose comments say what it must find. */
public final class RuleTest {

    public static RuleTest of(Rule rule) {
        throw new UnsupportedOperationException("stub");
    }

    /** @throws AssertionError naming every line where the rule and the markers disagree */
    public void on(String... sources) {
        throw new UnsupportedOperationException("stub");
    }
}
