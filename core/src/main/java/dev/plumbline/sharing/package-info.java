/**
 * What threads share: which methods use a field, under which locks, and whether two of them can run at the same time.
 * Facts that any rule can ask for; no rule is decided here.
 *
 * <p>Floor 5; uses the roots, the program and its bytecode. Start with {@link dev.plumbline.sharing.Sharing}.
 */
package dev.plumbline.sharing;
