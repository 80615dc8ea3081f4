package dev.plumbline.cli.manual;

import java.util.List;

/** All commands and options on one page of the documentation. */
final class CommandPage {

    private static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();

    private CommandPage() {
    }

    static String of(CommandEntry root) {
        CommandPage page = new CommandPage();
        page.write(root);
        return page.text.toString();
    }

    private void write(CommandEntry root) {
        text.append("""
            # The command line

            This page is made from the commands themselves: `./plumbline docs` writes it anew, and with it the manual
            page and the completions for bash, zsh and fish. `plumbline COMMAND --help` says the same.

            | Command | What it does |
            |---|---|
            """);
        List<CommandEntry> commands = root.leaves().toList();
        commands.forEach(command -> text.append("| [`").append(command.fullName()).append("`](#")
            .append(command.fullName().replace(' ', '-')).append(") | ").append(cell(command.description()))
            .append(" |\n"));
        commands.forEach(this::command);
        text.append("\n## Options of every command\n\n");
        root.common().forEach(option -> item(option.usage(), option.description()));
        text.append("\n## Exit codes\n\n| Code | Meaning |\n|---|---|\n");
        root.exits()
            .forEach((code, meaning) -> text.append("| ").append(code).append(" | ").append(cell(meaning))
                .append(" |\n"));
    }

    private void command(CommandEntry command) {
        text.append("\n## ").append(command.fullName()).append("\n\n").append(command.description())
            .append("\n\n```text\n").append((command.fullName() + " " + command.synopsis()).strip())
            .append("\n```\n");
        if (!command.parameters().isEmpty() || !command.options().isEmpty()) {
            text.append("\n");
        }
        command.parameters().forEach(parameter -> item(parameter.label(), parameter.description()));
        command.options().forEach(option -> item(option.usage(), option.description()));
    }

    /** Wrapped like the pages that people wrote. */
    private void item(String term, String description) {
        int column = 0;
        String indent = "";
        for (String word : ("* `" + term + "`: " + starred(description)).split(" ")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                indent = "  ";
                text.append("\n").append(indent);
                column = indent.length();
            } else if (column > 0) {
                text.append(" ");
                column++;
            }
            text.append(word);
            column += word.length();
        }
        text.append("\n");
    }

    private static String starred(String words) {
        return words.replace("*", "\\*").replace("<", "&lt;");
    }

    private static String cell(String words) {
        return starred(words).replace("|", "\\|");
    }
}
