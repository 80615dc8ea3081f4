/**
 * Class files for sources that have no fresh ones, made in memory; what does not compile costs its method and no more.
 *
 * <p>Floor 1; the only place that touches the Eclipse compiler. Start with
 * {@link dev.plumbline.compile.InMemoryCompiler}.
 */
package dev.plumbline.compile;
