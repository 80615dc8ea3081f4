package dev.plumbline.cli.manual;

import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command as it is written about, without what is hidden.
 *
 * @param path the names from the root on, as in {@code plumbline baseline create}
 * @param options sorted by name, without those that every command has
 * @param common the options that every command has
 * @param exits what each exit code means
 */
record CommandEntry(List<String> path, String description, List<OptionEntry> options, List<OptionEntry> common,
        List<ParameterEntry> parameters, List<CommandEntry> commands, Map<String, String> exits) {

    static CommandEntry of(CommandLine command) {
        return of(command, List.of());
    }

    private static CommandEntry of(CommandLine command, List<String> parents) {
        CommandSpec spec = command.getCommandSpec();
        List<String> path = Stream.concat(parents.stream(), Stream.of(spec.name())).toList();
        Map<Boolean, List<OptionEntry>> options = spec.options().stream()
            .filter(option -> !option.hidden())
            .sorted(Comparator.comparing(OptionSpec::longestName))
            .collect(Collectors.partitioningBy(CommandEntry::isCommon,
                Collectors.mapping(OptionEntry::of, Collectors.toList())));
        List<ParameterEntry> parameters = spec.positionalParameters().stream()
            .filter(parameter -> !parameter.hidden())
            .map(ParameterEntry::of)
            .toList();
        List<CommandEntry> commands = command.getSubcommands().values().stream()
            .filter(child -> !child.getCommandSpec().usageMessage().hidden())
            .map(child -> of(child, path))
            .toList();
        return new CommandEntry(path, text(spec.usageMessage().description()), options.get(false), options.get(true),
            parameters, commands, exits(spec));
    }

    private static boolean isCommon(OptionSpec option) {
        return option.usageHelp() || option.versionHelp();
    }

    private static Map<String, String> exits(CommandSpec spec) {
        Map<String, String> exits = new LinkedHashMap<>();
        spec.usageMessage().exitCodeList().forEach((code, meaning) -> exits.put(code.strip(), meaning));
        return exits;
    }

    /** A description in one line; the separator of paths is not that of the machine that writes the pages. */
    static String text(String... description) {
        return String.join(" ", description).replace("%n", " ").replace("%%", "%")
            .replace("'" + File.pathSeparator + "'", "':'").strip().replaceAll("\\s+", " ");
    }

    static String text(ArgSpec argument) {
        return text(argument.description())
            .replace("${COMPLETION-CANDIDATES}", String.join(", ", Value.candidates(argument)))
            .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()));
    }

    String name() {
        return path.get(path.size() - 1);
    }

    String fullName() {
        return String.join(" ", path);
    }

    /** The description up to its first full stop, without it. */
    String summary() {
        int stop = description.indexOf(". ");
        String first = stop < 0 ? description : description.substring(0, stop);
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    /** Its own options and those of every command. */
    List<OptionEntry> allOptions() {
        return Stream.concat(options.stream(), common.stream()).toList();
    }

    /** What is typed after the name. */
    String synopsis() {
        List<String> words = new ArrayList<>();
        if (!options.isEmpty()) {
            words.add("[OPTION]...");
        }
        if (!commands.isEmpty()) {
            words.add("COMMAND");
        }
        parameters.forEach(parameter -> words.add(parameter.usage()));
        return String.join(" ", words);
    }

    /** The commands that do something, in order: those below, and itself when there are none. */
    Stream<CommandEntry> leaves() {
        return commands.isEmpty() ? Stream.of(this) : commands.stream().flatMap(CommandEntry::leaves);
    }
}
