package dev.plumbline.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a scan. The Maven plugin has parameters of the same names. */
final class ScanOptions {

    @Mixin
    final AnalysisOptions analysis = new AnalysisOptions();

    @Mixin
    final OtherToolsOptions others = new OtherToolsOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
        description = "How to write the report: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Format format = Format.text;

    @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "error",
        description = "The least severity that gives exit code 1: ${COMPLETION-CANDIDATES} (default: "
            + "${DEFAULT-VALUE}).")
    FailOn failOn = FailOn.error;

    @Option(names = "--baseline", paramLabel = "FILE",
        description = "The findings to live with: they are counted and not shown (default: plumbline-baseline.txt "
            + "at the root, if it exists).")
    Optional<Path> baseline = Optional.empty();
}
