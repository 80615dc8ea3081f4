/**
 * The command {@code plumbline}: options in, a scan, a report out, an exit code that says what it means. Data
 * goes to standard output, everything else to standard error.
 *
 * <p>The only place that touches picocli. Start with {@link dev.plumbline.cli.Main} and
 * {@link dev.plumbline.cli.ScanCommand}.
 */
package dev.plumbline.cli;
