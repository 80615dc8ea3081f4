package dev.plumbline.compile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The Eclipse compiler over texts in memory: no annotation processing, nothing written, goes on after errors, so that
 * a missing dependency costs the methods that name it and no more.
 */
public final class InMemoryCompiler {

    /**
     * @param sources text by path, forward slashes
     * @param classpath folders and jars; entries that can not be read are left out
     * @param release the Java release of the sources, for example 17; capped at what the compiler and runtime know
     */
    public static Compilation compile(Map<String, String> sources, List<Path> classpath, int release) {
        throw new UnsupportedOperationException("stub");
    }

    private InMemoryCompiler() {
    }
}
