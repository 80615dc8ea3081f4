package dev.plumbline.project.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * One module of a Maven build that has sources.
 *
 * @param sources the source folders that exist, generated ones not among them
 * @param classes the folder of its compiled classes, if it was built
 * @param classpath what it is compiled and run with: class folders of sibling modules and jars of the local
 *     repository
 * @param release the Java release it is written for
 */
public record MavenModule(String name, Path pom, List<Path> sources, List<Path> classes, List<Path> classpath,
        int release) {

    public MavenModule {
        sources = List.copyOf(sources);
        classes = List.copyOf(classes);
        classpath = List.copyOf(classpath);
    }
}
