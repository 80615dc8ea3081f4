package dev.plumbline.cli.manual;

import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What stands on a command line without a name in front of it. */
record ParameterEntry(String label, Value value, List<String> choices, boolean isRequired, boolean isRepeatable,
        String description) {

    static ParameterEntry of(PositionalParamSpec parameter) {
        return new ParameterEntry(parameter.paramLabel(), Value.of(parameter), Value.candidates(parameter),
            parameter.arity().min() > 0, parameter.arity().max() > 1, CommandEntry.text(parameter));
    }

    /** As in {@code [PROJECT]} or {@code PATH...}. */
    String usage() {
        String repeated = isRepeatable ? "..." : "";
        return isRequired ? label + repeated : "[" + label + "]" + repeated;
    }
}
