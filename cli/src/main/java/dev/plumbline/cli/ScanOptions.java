package dev.plumbline.cli;

import dev.plumbline.report.ReportFormat;
import dev.plumbline.verdict.FailOn;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
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
    ReportFormat format = ReportFormat.text;

    @Option(names = "--report", paramLabel = "FORMAT=FILE",
        description = "Write the report to this file, too, in this format; may be repeated.")
    Map<ReportFormat, Path> report = new EnumMap<>(ReportFormat.class);

    @Option(names = "--fail-on", paramLabel = "SEVERITY",
        description = "The least severity that gives exit code 1: ${COMPLETION-CANDIDATES} (default: that of the "
            + "settings file, else error).")
    Optional<FailOn> failOn = Optional.empty();

    @Option(names = "--baseline", paramLabel = "FILE",
        description = "The findings to live with: they are counted and not shown (default: plumbline-baseline.txt "
            + "at the root, if it exists).")
    Optional<Path> baseline = Optional.empty();
}
