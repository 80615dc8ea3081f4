package dev.plumbline.rule;

import java.util.List;

/** A rule with what its pages need: the pack it belongs to and the options it reads. */
public record RuleCard(String pack, Rule rule, List<Settings.Option> options) implements Comparable<RuleCard> {

    public String id() {
        return rule.id();
    }

    public RuleInfo info() {
        return rule.info();
    }

    @Override
    public int compareTo(RuleCard other) {
        return id().compareTo(other.id());
    }
}
