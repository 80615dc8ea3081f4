package dev.plumbline.compile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Eclipse compiler over texts in memory: no annotation processing, nothing written, goes on after errors,
 * so that a missing dependency costs the methods that name it and no more.
 */
public final class InMemoryCompiler {

    /** A file that stops the compiler for all is left out, and the others are tried again. */
    private static final int MOST_ROUNDS = 10;

    /**
     * Safe to be called by many threads.
     *
     * @param sources text by path, forward slashes; what is no {@code .java} file, and {@code
     *     module-info.java}, is left out
     * @param classpath folders and jars; entries that can not be read are left out
     * @param release the Java release of the sources, for example 17; brought into the range the compiler
     *     knows. The library is that of the running Java whatever the release.
     */
    public static Compilation compile(Map<String, String> sources, List<Path> classpath, int release) {
        Map<String, String> left = new TreeMap<>(sources);
        left.keySet().removeIf(path -> !SourceText.holdsTypes(path));
        Outcome outcome = new Outcome();
        try (KnownTypes types = KnownTypes.over(classpath)) {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                Optional<String> culprit = outcome.compile(left, types, release);
                if (culprit.isEmpty()) {
                    return outcome.compilation();
                }
                left.remove(culprit.get());
            }
        }
        outcome.abandoned(left.keySet());
        return outcome.compilation();
    }

    private InMemoryCompiler() {
    }
}
