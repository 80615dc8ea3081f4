/**
 * The whole program: source joined with bytecode, the call graph, summaries bottom-up, locks at entry top-down.
 *
 * <p>Floor 3. Start with {@link dev.plumbline.program.Program}.
 */
package dev.plumbline.program;
