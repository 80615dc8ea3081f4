package dev.plumbline.cli.manual;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The completion of a command for bash 3.2 and newer. Commands, options and values that can be counted come from here;
 * for everything else bash offers files, as it does without any completion.
 */
final class BashCompletion {

    private final StringBuilder text = new StringBuilder();

    private BashCompletion() {
    }

    static String of(CommandEntry root) {
        BashCompletion completion = new BashCompletion();
        completion.write(root);
        return completion.text.toString();
    }

    private void write(CommandEntry root) {
        List<CommandEntry> commands = below(root).toList();
        text.append("# Written by `plumbline docs`.\n\n_").append(root.name()).append("""
            () {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= words= i
                # Bash takes `--option=value` for three words.
                if [ "$word" = = ]; then
                    word=
                elif [ "$before" = = ]; then
                    before=${COMP_WORDS[COMP_CWORD - 2]}
                fi
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$command ${COMP_WORDS[i]}" in
            """);
        commands.stream().filter(command -> command.path().size() > 1).forEach(this::recognition);
        text.append("        esac\n    done\n    case \"$command $before\" in\n");
        commands.forEach(this::values);
        text.append("    esac\n    if [ -z \"$words\" ] && [ \"${word:0:1}\" = - ]; then\n        case $command in\n");
        commands.forEach(this::options);
        text.append("        esac\n    elif [ -z \"$words\" ]; then\n        case $command in\n");
        commands.forEach(this::operands);
        text.append("        esac\n    fi\n    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\n")
            .append("complete -o bashdefault -o default -F _").append(root.name()).append(" ").append(root.name())
            .append("\n");
    }

    private static Stream<CommandEntry> below(CommandEntry command) {
        return Stream.concat(Stream.of(command), command.commands().stream().flatMap(BashCompletion::below));
    }

    /** The names below the root, which stands for nothing. */
    private static String key(CommandEntry command) {
        return command.path().stream().skip(1).collect(Collectors.joining("/"));
    }

    private void recognition(CommandEntry command) {
        String key = key(command);
        int parent = Math.max(key.lastIndexOf('/'), 0);
        text.append("            '").append(key, 0, parent).append(" ").append(command.name()).append("') command=")
            .append(key).append(" ;;\n");
    }

    private void values(CommandEntry command) {
        for (OptionEntry option : command.options()) {
            if (option.value() == Value.CHOICE) {
                text.append("        '").append(key(command)).append(" ").append(option.names().get(0))
                    .append("') words=").append(quoted(option.choices())).append(" ;;\n");
            }
        }
    }

    private void options(CommandEntry command) {
        List<String> names = command.allOptions().stream().flatMap(option -> option.names().stream()).toList();
        choice(command, names);
    }

    private void operands(CommandEntry command) {
        List<String> names = Stream.concat(command.commands().stream().map(CommandEntry::name),
            command.parameters().stream().flatMap(parameter -> parameter.choices().stream())).toList();
        if (!names.isEmpty()) {
            choice(command, names);
        }
    }

    private void choice(CommandEntry command, List<String> words) {
        text.append("            '").append(key(command)).append("') words=").append(quoted(words)).append(" ;;\n");
    }

    private static String quoted(List<String> words) {
        return "'" + String.join(" ", words).replace("'", "'\\''") + "'";
    }
}
