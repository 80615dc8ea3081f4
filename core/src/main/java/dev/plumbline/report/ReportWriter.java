package dev.plumbline.report;

import dev.plumbline.engine.Report;

/** A report in, text out. */
public interface ReportWriter {

    String write(Report report);
}
