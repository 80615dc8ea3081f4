package dev.plumbline.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A tool beside this one whose findings stand in the same report, apart from the score. Ids of its rules begin with its
 * own id and a slash, which no rule of this program has.
 *
 * @param name as the tool calls itself
 * @param version may be empty
 * @param uri where to read about it; may be empty
 * @param rules those that its findings name, in order of their ids
 */
public record OtherTool(String name, String version, String uri, List<OtherRule> rules)
        implements Comparable<OtherTool> {

    private static final String SLASH = "/";

    public OtherTool {
        rules = rules.stream().sorted().toList();
    }

    /** The name in kebab-case. */
    public static String id(String name) {
        String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.isEmpty() ? "other" : words;
    }

    /** What one of its rules is called in a report. */
    public static String rule(String tool, String rule) {
        return id(tool) + SLASH + rule;
    }

    /** Whether an id is that of another tool's rule. */
    public static boolean isRule(String id) {
        return id.contains(SLASH);
    }

    public String id() {
        return id(name);
    }

    /** Whether the rule of a finding is one of this tool's. */
    public boolean owns(String rule) {
        return rule.startsWith(id() + SLASH);
    }

    public Optional<OtherRule> find(String rule) {
        return rules.stream().filter(one -> one.id().equals(rule)).findFirst();
    }

    /** Name and version. */
    public String title() {
        return version.isEmpty() ? name : name + " " + version;
    }

    @Override
    public int compareTo(OtherTool other) {
        int byId = id().compareTo(other.id());
        return byId != 0 ? byId : version.compareTo(other.version);
    }
}
