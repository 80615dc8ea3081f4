/**
 * A Maven build read without Maven: effective models and class paths, from the disk alone. Nothing of the
 * project is run, neither plugins nor extensions, and nothing is sent.
 *
 * <p>Floor 1; the only place that touches the Maven libraries; knows nothing of other layouts. Start with
 * {@link dev.plumbline.project.maven.MavenBuild}.
 */
package dev.plumbline.project.maven;
