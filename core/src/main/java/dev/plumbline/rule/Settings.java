package dev.plumbline.rule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The options of one rule. Reading an option in the rule's constructor is also its declaration: the documentation is
 * made by constructing each rule with settings that remember what they were asked for.
 */
public final class Settings {

    /** An option that a rule has. */
    public record Option(String name, String byDefault, String meaning) {
    }

    private final Map<String, String> values;
    private final Map<String, Option> declared = new TreeMap<>();

    private Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public static Settings defaults() {
        return new Settings(Map.of());
    }

    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    public int number(String name, int byDefault, String meaning) {
        return Integer.parseInt(text(name, Integer.toString(byDefault), meaning));
    }

    public String text(String name, String byDefault, String meaning) {
        declared.put(name, new Option(name, byDefault, meaning));
        return values.getOrDefault(name, byDefault);
    }

    /** What was asked for so far, by name. */
    public List<Option> declared() {
        return List.copyOf(declared.values());
    }
}
