package dev.plumbline.rule;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule with what its pages need: the pack it belongs to and the options it reads.
 *
 * @param chosen options with another value than the default one
 */
public record RuleCard(String pack, Rule rule, List<Settings.Option> options, SortedMap<String, String> chosen)
        implements Comparable<RuleCard> {

    public RuleCard {
        options = List.copyOf(options);
        chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
    }

    /** With its defaults. */
    public RuleCard(String pack, Rule rule, List<Settings.Option> options) {
        this(pack, rule, options, new TreeMap<>());
    }

    public String id() {
        return rule.id();
    }

    public RuleInfo info() {
        return rule.info();
    }

    /** What was measured of a rule was measured with its defaults, and tells nothing of it with others. */
    public boolean isAsMeasured() {
        return chosen.isEmpty();
    }

    @Override
    public int compareTo(RuleCard other) {
        return id().compareTo(other.id());
    }
}
