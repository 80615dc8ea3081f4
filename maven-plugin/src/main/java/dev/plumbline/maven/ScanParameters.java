package dev.plumbline.maven;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.UsageException;
import dev.plumbline.report.ConsoleWriter;
import dev.plumbline.report.JsonWriter;
import dev.plumbline.report.ReportWriter;
import dev.plumbline.report.SarifWriter;
import java.util.Optional;

/** What the words mean that parameters are given in; they are those of the command line. */
final class ScanParameters {

    static ReportWriter writer(String format) {
        return switch (format) {
            case "text" -> ConsoleWriter.plain();
            case "sarif" -> SarifWriter.indented();
            case "json" -> JsonWriter.indented();
            default -> throw new UsageException("plumbline.format is " + format + "; say text, sarif or json.");
        };
    }

    /** The least severity that fails the build; empty for {@code none}. */
    static Optional<Severity> failOn(String word) {
        return switch (word) {
            case "none" -> Optional.empty();
            case "note" -> Optional.of(Severity.NOTE);
            case "warning" -> Optional.of(Severity.WARNING);
            case "error" -> Optional.of(Severity.ERROR);
            default ->
                throw new UsageException("plumbline.failOn is " + word + "; say none, note, warning or error.");
        };
    }

    static boolean reaches(Finding finding, Optional<Severity> failOn) {
        return failOn.filter(least -> finding.severity().compareTo(least) >= 0).isPresent();
    }

    private ScanParameters() {
    }
}
