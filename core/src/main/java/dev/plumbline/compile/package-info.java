/**
 * Class files for sources that have none, made in memory.
 *
 * <p>Floor 1; the only place that touches the Eclipse compiler. Start with
 * {@link dev.plumbline.compile.InMemoryCompiler}.
 */
package dev.plumbline.compile;
