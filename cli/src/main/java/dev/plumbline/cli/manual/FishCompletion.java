package dev.plumbline.cli.manual;

import java.util.List;
import java.util.stream.Collectors;

/** The completion of a command for fish: a line for each command, option and parameter, each with its condition. */
final class FishCompletion {

    private final String name;
    private final StringBuilder text = new StringBuilder();

    private FishCompletion(String name) {
        this.name = name;
    }

    static String of(CommandEntry root) {
        FishCompletion completion = new FishCompletion(root.name());
        completion.text.append("# Written by `plumbline docs`.\n");
        completion.line("-f");
        completion.add(root);
        return completion.text.toString();
    }

    private void add(CommandEntry command) {
        String here = condition(command);
        for (CommandEntry child : command.commands()) {
            line(here + "-a " + child.name() + " -d " + quoted(child.summary()));
        }
        for (OptionEntry option : command.allOptions()) {
            line(here + names(option) + value(option.value(), option.choices()) + " -d "
                + quoted(option.description()));
        }
        for (ParameterEntry parameter : command.parameters()) {
            if (parameter.value() != Value.WORD) {
                line(here + value(parameter.value(), parameter.choices()).strip().replaceFirst("^-[xr] ", ""));
            }
        }
        command.commands().forEach(this::add);
    }

    /** That the commands above it were typed and none below. */
    private static String condition(CommandEntry command) {
        String seen = command.path().stream().skip(1).map(word -> "__fish_seen_subcommand_from " + word)
            .collect(Collectors.joining("; and "));
        String below = command.commands().stream().map(CommandEntry::name).collect(Collectors.joining(" "));
        if (below.isEmpty()) {
            return "-n " + quoted(seen) + " ";
        }
        return "-n " + quoted((seen.isEmpty() ? "" : seen + "; and ") + "not __fish_seen_subcommand_from " + below)
            + " ";
    }

    private static String names(OptionEntry option) {
        return option.names().stream()
            .map(word -> word.startsWith("--") ? "-l " + word.substring(2) : "-s " + word.substring(1))
            .collect(Collectors.joining(" "));
    }

    private static String value(Value value, List<String> choices) {
        return switch (value) {
            case NONE -> "";
            case CHOICE -> " -x -a " + quoted(String.join(" ", choices));
            case FILE -> " -r -F";
            case FOLDER -> " -x -a '(__fish_complete_directories)'";
            case WORD -> " -x";
        };
    }

    private void line(String words) {
        text.append("complete -c ").append(name).append(" ").append(words).append("\n");
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
