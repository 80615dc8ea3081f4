package dev.plumbline.cli;

import dev.plumbline.report.ReportFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a report goes. */
final class OutputOptions {

    @Option(names = "--output", paramLabel = "FILE", defaultValue = "-",
        description = "Where to write the report; '-' is standard output (default: ${DEFAULT-VALUE}).")
    String output = "-";

    @Option(names = "--no-color", description = "No colours, even on a terminal; so does NO_COLOR.")
    boolean noColor;

    /** Whether the report goes to where it can be coloured. */
    boolean isColoured(Terminal terminal) {
        return isTerminal() && !noColor && terminal.wantsColours();
    }

    boolean isTerminal() {
        return output.equals("-");
    }

    /** @param findings how many, said on standard error when the report itself goes to a file */
    void write(String text, int findings, Terminal terminal) {
        if (isTerminal()) {
            terminal.out().print(text);
            terminal.out().flush();
            return;
        }
        Path file = Path.of(output);
        ReportFile.write(file, text);
        terminal.err().println("plumbline: " + findings + (findings == 1 ? " finding" : " findings") + ", written to "
            + file + ".");
    }
}
