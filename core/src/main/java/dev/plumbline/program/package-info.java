/**
 * The whole program: the rung each file stands on, source joined with bytecode, the call graph, summaries bottom-up,
 * locks at entry top-down, what is known of library methods.
 *
 * <p>Floor 3; uses all lower floors and the nodes of JavaParser. Start with {@link dev.plumbline.program.Program}.
 */
package dev.plumbline.program;
