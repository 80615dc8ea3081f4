/**
 * Where the text of a revision comes from, and how two revisions differ: commits and work trees, renamed files,
 * changed lines, moved lines.
 *
 * <p>Floor 1; the only place that touches JGit, and it never writes to a repository. Start with
 * {@link dev.plumbline.revision.Change}.
 */
package dev.plumbline.revision;
