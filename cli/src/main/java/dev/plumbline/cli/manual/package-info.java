/**
 * What is written about the command line from its own declaration: completions for bash, zsh and fish, the manual page
 * and {@code docs/command-line.md}. `plumbline docs` writes them, and a test fails when one is stale.
 *
 * <p>May use picocli, in {@link dev.plumbline.cli.manual.CommandEntry} and the classes it is made of. Start with
 * {@link dev.plumbline.cli.manual.Manual}.
 */
package dev.plumbline.cli.manual;
