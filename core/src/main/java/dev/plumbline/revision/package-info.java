/**
 * Where the text of a revision comes from, and how two revisions differ: commits, work trees, folders and archives;
 * renamed files, changed lines, moved blocks; who wrote a commit.
 *
 * <p>Floor 1; the only place that touches JGit. It never writes to a repository, runs no command and asks no
 * network. Start with {@link dev.plumbline.revision.Change#between}, and with
 * {@link dev.plumbline.revision.GitRepository} for the revisions to put in.
 */
package dev.plumbline.revision;
