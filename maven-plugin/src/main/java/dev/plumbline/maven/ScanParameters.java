package dev.plumbline.maven;

import dev.plumbline.engine.Accepted;
import dev.plumbline.engine.Report;
import dev.plumbline.engine.Scan;
import dev.plumbline.engine.ScanRequest;
import dev.plumbline.project.Project;
import dev.plumbline.report.ReportFormat;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** A scan, and where its report goes: the log has the findings themselves, never only a pointer to a file. */
abstract class ScanParameters extends AnalysisParameters {

    /** How to write the report; text goes to the log, other formats to a file. */
    @Parameter(property = "plumbline.format", defaultValue = "text")
    private ReportFormat format;

    /**
     * Where to write the report; without it, text goes to the log, and other formats below the build folder.
     */
    @Parameter(property = "plumbline.output")
    private File output;

    /** Write the report to these files, too: each a format, "=" and a file, as in sarif=target/plumbline.sarif. */
    @Parameter(property = "plumbline.report")
    private List<String> report = List.of();

    /** The findings to live with; by default plumbline-baseline.txt at the top of the repository, if it exists. */
    @Parameter(property = "plumbline.baseline")
    private File baseline;

    /** Scans, and writes the report. */
    final Report scan(Project scanned) {
        return scan(analysis().request(scanned));
    }

    final Report scan(ScanRequest request) {
        Report found = Accepted.of(Scan.run(request, others()), Optional.ofNullable(baseline).map(File::toPath),
            request.project().root());
        Destination<ReportFormat> destination = new Destination<>(ReportFormat.class, format,
            Optional.ofNullable(output).map(File::toPath), report, project());
        destination.write(kind -> kind.writer(false).write(found),
            found.findings().isEmpty() && !found.isIncomplete(), getLog());
        return found;
    }
}
