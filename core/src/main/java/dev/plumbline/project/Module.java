package dev.plumbline.project;

import java.nio.file.Path;
import java.util.List;

/**
 * One set of sources that is compiled together.
 *
 * @param name for messages: the artefact's name or the folder's
 * @param sources source roots: folders, single {@code .java} files or sources jars; a folder may also be a
 *     package inside a source root, when the user named only that. {@link SourceTree} lists the files of a
 *     folder
 * @param classes where its class files are: folders or jars; empty when it was never built
 * @param classpath its dependencies, among them the class folders of sibling modules
 * @param release the Java release it is written for; 0 when its sources are not to be compiled, but read as
 *     text
 */
public record Module(String name, List<Path> sources, List<Path> classes, List<Path> classpath, int release) {

    public Module {
        sources = List.copyOf(sources);
        classes = List.copyOf(classes);
        classpath = List.copyOf(classpath);
    }

    Module withSources(List<Path> others) {
        return new Module(name, others, classes, classpath, release);
    }

    Module withClasses(List<Path> others) {
        return new Module(name, sources, others, classpath, release);
    }

    Module withClasspath(List<Path> others) {
        return new Module(name, sources, classes, others, release);
    }
}
