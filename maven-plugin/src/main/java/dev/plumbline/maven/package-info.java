/**
 * The goals of the Maven plugin: the same analysis as on the command line, told by Maven where everything is.
 *
 * <p>The only place that touches Maven's plugin API. Start with {@link dev.plumbline.maven.CheckMojo}. {@link
 * dev.plumbline.maven.OwnModule} and {@link dev.plumbline.maven.WholeReactor} say what is analysed, the classes
 * whose names end in {@code Parameters} what can be asked for.
 */
package dev.plumbline.maven;
