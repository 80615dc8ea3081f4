/**
 * Where a project keeps its sources, classes and dependencies: Maven, Gradle and plain layouts, jars with
 * sources jars.
 *
 * <p>Floor 1; runs no build and sends nothing. Start with {@link dev.plumbline.project.Project}.
 */
package dev.plumbline.project;
