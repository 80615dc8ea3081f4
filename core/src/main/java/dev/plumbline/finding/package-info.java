/**
 * The words of a report: findings, their places and traces, and notices about the scan itself.
 *
 * <p>Floor 0; uses nothing but the JDK. Start with {@link dev.plumbline.finding.Finding}.
 */
package dev.plumbline.finding;
