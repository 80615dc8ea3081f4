package dev.plumbline.report;

import dev.plumbline.engine.Report;

/** A report as SARIF. */
public final class SarifWriter implements ReportWriter {

    private final boolean withSuppressed;

    private SarifWriter(boolean withSuppressed) {
        this.withSuppressed = withSuppressed;
    }

    public static SarifWriter indented() {
        return new SarifWriter(true);
    }

    /**
     * The same without suppressed findings: GitHub opens alerts for them, since it does not read
     * suppressions.
     */
    public SarifWriter withoutSuppressed() {
        return new SarifWriter(false);
    }

    @Override
    public String write(Report report) {
        return SarifLog.of(report, SarifSelection.of(report, withSuppressed), "plumbline");
    }
}
