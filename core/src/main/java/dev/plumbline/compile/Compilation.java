package dev.plumbline.compile;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the in-memory compiler made of some sources.
 *
 * @param classes class files by name; a class is there even when some of its methods did not compile
 * @param broken the methods whose code is not what the source says, because something in them did not
 *     compile: most only throw, constructors and static initializers can lack the value of a field
 * @param problems compile errors, in order of path and line
 */
public record Compilation(Map<ClassName, byte[]> classes, Set<MethodRef> broken, List<Problem> problems) {

    /**
     * A compile error.
     *
     * @param path as given with the source; empty when it concerns all of them
     * @param line from 1; 0 when the compiler names none
     * @param unresolved whether a name could not be found, as opposed to any other mistake
     */
    public record Problem(String path, int line, String message, boolean unresolved) {
    }
}
