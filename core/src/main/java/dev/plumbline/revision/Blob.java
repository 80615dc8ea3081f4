package dev.plumbline.revision;

import org.eclipse.jgit.lib.ObjectId;

/** A file of a revision and the name of its content, equal exactly where the bytes are. */
record Blob(String path, ObjectId id) {

    private static final String JAVA = ".java";

    boolean isJava() {
        return path.endsWith(JAVA);
    }

    /** {@code Foo.java} for {@code a/b/Foo.java}. */
    String simpleName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
