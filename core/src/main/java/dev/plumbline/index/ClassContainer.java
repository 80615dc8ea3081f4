package dev.plumbline.index;

import dev.plumbline.finding.Notice;
import dev.plumbline.name.ClassName;
import java.io.IOException;
import java.util.List;

/** A place that class files come from. Safe for use by many threads. Nothing can be read once it is closed. */
sealed interface ClassContainer permits FolderClasses, ArchiveClasses, ImageClasses, MemoryClasses {

    /** In order; empty for the runtime's image, which is too large to be listed. */
    List<ClassName> names();

    /** The class file of a class that is known to be here. */
    byte[] read(ClassName name) throws IOException;

    /** What a notice calls the class file, with forward slashes. */
    String file(ClassName name);

    /** What was wrong when it was opened. */
    List<Notice> notices();

    /** Gives back what it holds of the machine; folders and images hold nothing. */
    default void close() {
    }
}
