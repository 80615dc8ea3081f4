package dev.plumbline.cli.manual;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option as it is written about.
 *
 * @param names the shortest first
 * @param label what its value is called, empty when it has none
 * @param choices the values that are possible, if they can be counted
 */
record OptionEntry(List<String> names, String label, Value value, List<String> choices, boolean isRepeatable,
        String description) {

    static OptionEntry of(OptionSpec option) {
        Value value = Value.of(option);
        return new OptionEntry(List.of(option.names()), value == Value.NONE ? "" : option.paramLabel(), value,
            Value.candidates(option), option.isMultiValue(), CommandEntry.text(option));
    }

    boolean takesValue() {
        return value != Value.NONE;
    }

    /** As in {@code -h, --help} or {@code --format=FORMAT}. */
    String usage() {
        return String.join(", ", names) + (takesValue() ? "=" + label : "");
    }
}
