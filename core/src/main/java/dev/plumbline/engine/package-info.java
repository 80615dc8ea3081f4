/**
 * A scan: which rule sees which file, in parallel, sorted, suppressed, reported.
 *
 * <p>Floor 8. Start with {@link dev.plumbline.engine.Scan}.
 */
package dev.plumbline.engine;
