package dev.plumbline.project.maven;

import java.nio.file.Path;

/**
 * Something a build lacks on this machine.
 *
 * @param kind a kebab-case word: {@code missing-dependency}, {@code unreadable-pom}, {@code missing-module}
 * @param pom the build file that asks for it
 */
public record MavenProblem(String kind, Path pom, String message) {
}
