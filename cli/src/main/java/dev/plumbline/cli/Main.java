package dev.plumbline.cli;

import dev.plumbline.engine.Version;
import dev.plumbline.finding.UsageException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The entry of the command line. */
@Command(name = "plumbline", synopsisSubcommandLabel = "COMMAND", versionProvider = Main.Versions.class,
    description = "Finds the defects that coding agents leave in Java code. Same input, same verdict.%n")
public final class Main {

    /** For {@code --version}. */
    static final class Versions implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"plumbline " + Version.current()};
        }
    }

    /** Ends the virtual machine with the {@link ExitCode}. */
    public static void main(String[] arguments) {
        // Reports are UTF-8 everywhere; what the locale says would only make them differ between machines.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(out, err, Terminal.isInteractive(System.console()), System.getenv());
        int code = run(terminal, arguments);
        out.flush();
        System.exit(code);
    }

    static int run(Terminal terminal, String... arguments) {
        CommandLine root = commands(terminal);
        if (arguments.length == 0) {
            root.usage(root.getErr());
            return ExitCode.USAGE.number();
        }
        try {
            return root.execute(arguments);
        } catch (Error failure) { // a stack or a heap that is too small must not look like findings
            return failed(failure, terminal);
        }
    }

    static CommandLine commands(Terminal terminal) {
        CommandLine root = new CommandLine(new Main());
        root.addSubcommand(new ScanCommand(terminal));
        root.addSubcommand(new PrCommand(terminal));
        root.addSubcommand(new CalibrateCommand(terminal));
        root.addSubcommand(BaselineCommand.commands(terminal));
        root.addSubcommand(new InitCommand(terminal));
        root.addSubcommand(new RulesCommand(terminal));
        root.addSubcommand(new ExplainCommand(terminal));
        root.addSubcommand(new DocsCommand(terminal));
        describe(root);
        root.setOut(new PrintWriter(terminal.out(), true));
        root.setErr(new PrintWriter(terminal.err(), true));
        root.setColorScheme(CommandLine.Help.defaultColorScheme(
            terminal.wantsColours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        root.setParameterExceptionHandler(Main::misused);
        root.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, terminal));
        return root;
    }

    private static void describe(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        command.getCommandSpec().versionProvider(new Versions());
        command.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.table());
        command.getSubcommands().values().forEach(Main::describe);
    }

    private static int misused(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println("plumbline: " + mistake.getMessage().strip());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.number();
    }

    private static int failed(Throwable failure, Terminal terminal) {
        if (failure instanceof UsageException mistake) {
            terminal.err().println("plumbline: " + mistake.getMessage());
            return ExitCode.USAGE.number();
        }
        terminal.err().println("plumbline: Plumbline itself failed ("
            + Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getName())
            + "). Your code is not to blame; please report this with the lines below.");
        failure.printStackTrace(terminal.err());
        return ExitCode.INTERNAL.number();
    }
}
