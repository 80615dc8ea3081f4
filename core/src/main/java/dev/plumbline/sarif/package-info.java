/**
 * Reads SARIF that other tools have written, as a source of findings for the engine.
 *
 * <p>Floor 9; Jackson and the engine. What is written as SARIF is in {@code report}. Start with
 * {@link dev.plumbline.sarif.SarifImport}.
 */
package dev.plumbline.sarif;
