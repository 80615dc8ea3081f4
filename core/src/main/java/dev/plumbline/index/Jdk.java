package dev.plumbline.index;

import java.nio.file.Path;

/** The classes of a Java runtime: its {@code jrt:/} image. */
public final class Jdk {

    /** The runtime this process runs on. */
    public static Jdk running() {
        throw new UnsupportedOperationException("stub");
    }

    /** The runtime installed in a folder, read through its own {@code lib/jrt-fs.jar}. */
    public static Jdk at(Path home) {
        throw new UnsupportedOperationException("stub");
    }
}
