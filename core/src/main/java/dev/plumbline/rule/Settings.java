package dev.plumbline.rule;

import dev.plumbline.finding.UsageException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The options of one rule. Reading an option in the rule's constructor is also its declaration: the documentation, and
 * the schema of {@code plumbline.yml}, are made by constructing each rule with settings that remember what they were
 * asked for. A value that an option does not take is a {@link UsageException}.
 */
public final class Settings {

    /** An option that a rule has. */
    public record Option(String name, String byDefault, String meaning, OptionType type) {
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

    /** A whole number that is not negative. */
    public int number(String name, int byDefault, String meaning) {
        return number(name, byDefault, 0, Integer.MAX_VALUE, meaning);
    }

    /**
     * @param least it may be
     * @param most it may be
     */
    public int number(String name, int byDefault, int least, int most, String meaning) {
        return Integer.parseInt(value(name, Integer.toString(byDefault), meaning, new OptionType.Whole(least, most)));
    }

    public boolean flag(String name, boolean byDefault, String meaning) {
        return Boolean.parseBoolean(value(name, Boolean.toString(byDefault), meaning, new OptionType.Flag()));
    }

    /** One of some words. */
    public String choice(String name, String byDefault, List<String> words, String meaning) {
        return value(name, byDefault, meaning, new OptionType.Choice(words));
    }

    /** Words without white space and commas, names of classes for example. */
    public List<String> words(String name, List<String> byDefault, String meaning) {
        String value = value(name, String.join(",", byDefault), meaning, new OptionType.Words());
        return value.isEmpty() ? List.of() : List.of(value.split(","));
    }

    public String text(String name, String byDefault, String meaning) {
        return value(name, byDefault, meaning, new OptionType.Text());
    }

    private String value(String name, String byDefault, String meaning, OptionType type) {
        declared.put(name, new Option(name, byDefault, meaning, type));
        String value = values.getOrDefault(name, byDefault);
        if (!type.allows(value)) {
            throw new UsageException(name + " must be " + type.what() + ", not " + value + ".");
        }
        return value;
    }

    /** What was asked for so far, by name. */
    public List<Option> declared() {
        return List.copyOf(declared.values());
    }

    /** The values that are not the default ones. */
    SortedMap<String, String> chosen() {
        SortedMap<String, String> chosen = new TreeMap<>(values);
        chosen.entrySet().removeIf(one -> declared.containsKey(one.getKey())
            && declared.get(one.getKey()).byDefault().equals(one.getValue()));
        return Collections.unmodifiableSortedMap(chosen);
    }

    /** @throws UsageException when a value is of an option that was not asked for */
    void checkAllAreUsed() {
        List<String> names = List.copyOf(declared.keySet());
        values.keySet().stream().sorted().filter(name -> !declared.containsKey(name)).findFirst().ifPresent(name -> {
            String question = NearMatches.question(name, names);
            throw new UsageException("there is no option " + name + (question.isEmpty() ? "." : question));
        });
    }
}
