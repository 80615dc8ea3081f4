/**
 * Reports as text, SARIF and JSON: a report in, text out.
 *
 * <p>Floor 9; the only place that touches Jackson. Start with {@link dev.plumbline.report.ReportWriter}.
 */
package dev.plumbline.report;
