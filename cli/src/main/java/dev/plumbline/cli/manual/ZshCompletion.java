package dev.plumbline.cli.manual;

import java.util.ArrayList;
import java.util.List;

/** The completion of a command for zsh, by its function {@code _arguments}. */
final class ZshCompletion {

    private final StringBuilder text = new StringBuilder();

    private ZshCompletion() {
    }

    static String of(CommandEntry root) {
        ZshCompletion completion = new ZshCompletion();
        completion.text.append("#compdef ").append(root.name()).append("\n# Written by `plumbline docs`.\n");
        completion.add(root);
        return completion.text.append("\n").append(function(root)).append(" \"$@\"\n").toString();
    }

    private static String function(CommandEntry command) {
        return "_" + String.join("_", command.path()).replace('-', '_');
    }

    private void add(CommandEntry command) {
        List<String> specs = new ArrayList<>();
        command.allOptions().forEach(option -> specs.add(spec(option)));
        for (int i = 0; i < command.parameters().size(); i++) {
            specs.add(spec(command.parameters().get(i), i + 1));
        }
        if (!command.commands().isEmpty()) {
            specs.add("'1: :->command'");
            specs.add("'*:: :->argument'");
        }
        text.append("\n").append(function(command)).append("() {\n    local curcontext=\"$curcontext\" state line\n")
            .append("    _arguments -C \\\n        ").append(String.join(" \\\n        ", specs)).append("\n");
        if (!command.commands().isEmpty()) {
            choose(command.commands());
        }
        text.append("}\n");
        command.commands().forEach(this::add);
    }

    private void choose(List<CommandEntry> commands) {
        text.append("    case $state in\n        command)\n            local -a commands=(\n");
        commands.forEach(command -> text.append("                ")
            .append(quoted(command.name() + ":" + command.summary().replace(":", "\\:"))).append("\n"));
        text.append("            )\n            _describe command commands\n            ;;\n        argument)\n")
            .append("            case $line[1] in\n");
        commands.forEach(command -> text.append("                ").append(command.name()).append(") ")
            .append(function(command)).append(" ;;\n"));
        text.append("            esac\n            ;;\n    esac\n");
    }

    /** One of its names excludes the others, unless it may be repeated. */
    private static String spec(OptionEntry option) {
        String mark = option.takesValue() ? "=" : "";
        String words = "[" + option.description().replace("[", "\\[").replace("]", "\\]") + "]"
            + (option.takesValue() ? ":" + message(option.label()) + ":" + action(option.value(), option.choices())
                : "");
        List<String> names = option.names();
        if (names.size() == 1) {
            return quoted((option.isRepeatable() ? "*" : "") + names.get(0) + mark + words);
        }
        String excluded = option.isRepeatable() ? "\\*" : quoted("(" + String.join(" ", names) + ")");
        return excluded + "{" + String.join(",", names.stream().map(name -> name + mark).toList()) + "}"
            + quoted(words);
    }

    private static String spec(ParameterEntry parameter, int number) {
        String position = parameter.isRepeatable() ? "*" : String.valueOf(number);
        String optional = parameter.isRequired() || parameter.isRepeatable() ? ":" : "::";
        return quoted(position + optional + message(parameter.label()) + ":"
            + action(parameter.value(), parameter.choices()));
    }

    private static String message(String label) {
        return label.replace(":", "\\:");
    }

    private static String action(Value value, List<String> choices) {
        return switch (value) {
            case CHOICE -> "(" + String.join(" ", choices) + ")";
            case FILE -> "_files";
            case FOLDER -> "_files -/";
            case NONE, WORD -> " ";
        };
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
