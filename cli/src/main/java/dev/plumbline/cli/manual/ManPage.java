package dev.plumbline.cli.manual;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All commands on one manual page, in the macros {@code man} of roff. */
final class ManPage {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final StringBuilder text = new StringBuilder();

    private ManPage() {
    }

    static String of(CommandEntry root) {
        ManPage page = new ManPage();
        page.write(root);
        return page.text.toString();
    }

    private void write(CommandEntry root) {
        text.append(".\\\" Written by `plumbline docs`.\n.TH ").append(root.name().toUpperCase(Locale.ROOT))
            .append(" 1 2026-01-01 Plumbline \"User Commands\"\n");
        section("NAME");
        line(root.name() + " \\- " + escaped(lower(root.summary())));
        section("SYNOPSIS");
        List<CommandEntry> leaves = root.leaves().toList();
        for (int i = 0; i < leaves.size(); i++) {
            text.append(i == 0 ? "" : ".br\n");
            synopsis(leaves.get(i));
        }
        section("DESCRIPTION");
        line(prose(root.description()));
        section("COMMANDS");
        leaves.forEach(this::command);
        section("OPTIONS OF EVERY COMMAND");
        root.common().forEach(this::option);
        section("EXIT STATUS");
        root.exits().forEach((code, meaning) -> item("\\fB" + code + "\\fR", meaning));
        section("EXAMPLES");
        example("Judge the work tree against where it left the default branch:", "plumbline pr");
        text.append(".PP\n");
        example("Scan a project, for a host that reads SARIF:",
            "plumbline scan . --format sarif --output plumbline.sarif");
    }

    private void command(CommandEntry command) {
        text.append(".SS ").append(escaped(command.fullName())).append("\n");
        synopsis(command);
        text.append(".PP\n");
        line(prose(command.description()));
        command.parameters()
            .forEach(parameter -> item("\\fI" + escaped(parameter.label()) + "\\fR", parameter.description()));
        command.options().forEach(this::option);
    }

    private void synopsis(CommandEntry command) {
        String words = escaped(command.synopsis());
        line("\\fB" + escaped(command.fullName()) + "\\fR" + (words.isEmpty() ? "" : " " + words));
    }

    private void option(OptionEntry option) {
        String names = String.join(", ", option.names().stream().map(name -> "\\fB" + escaped(name) + "\\fR").toList());
        item(names + (option.takesValue() ? "=\\fI" + escaped(option.label()) + "\\fR" : ""), option.description());
    }

    private void example(String what, String command) {
        line(prose(what));
        text.append(".PP\n.RS 4\n");
        line(escaped(command));
        text.append(".RE\n");
    }

    private void section(String title) {
        text.append(".SH ").append(title).append("\n");
    }

    private void item(String term, String description) {
        text.append(".TP\n");
        line(term);
        line(prose(description));
    }

    /** A line that begins with a dot or an apostrophe would be a command. */
    private void line(String words) {
        text.append(words.startsWith(".") || words.startsWith("'") ? "\\&" : "").append(words).append("\n");
    }

    private static String prose(String words) {
        Matcher code = CODE.matcher(escaped(words));
        // Each sentence on a line of its own, as roff wants it.
        return code.replaceAll("\\\\fB$1\\\\fR").replaceAll("(?<=[.:;?])\\s(?=[A-Z])", "\n");
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\e").replace("-", "\\-");
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
