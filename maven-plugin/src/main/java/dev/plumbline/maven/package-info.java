/**
 * The goal {@code plumbline:check}: the scan of the command line, told by Maven where everything is.
 *
 * <p>The only place that touches Maven's plugin API. Start with {@link dev.plumbline.maven.CheckMojo}.
 */
package dev.plumbline.maven;
