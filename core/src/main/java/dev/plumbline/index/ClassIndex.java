package dev.plumbline.index;

import dev.plumbline.finding.Notice;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.MethodRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every class that is known, by name: folders, jars and the runtime's image. Names are read at once, headers when
 * they are first asked for. The first entry that has a class wins, as on a class path. Safe for use by many threads.
 */
public final class ClassIndex {

    /** Entries that do not exist, are no archives, or are hostile become notices, never exceptions. */
    public static ClassIndex over(List<Path> classpath, Jdk jdk) {
        throw new UnsupportedOperationException("stub");
    }

    /** This index with classes that were compiled in memory put before all others. */
    public ClassIndex with(Map<ClassName, byte[]> compiled) {
        throw new UnsupportedOperationException("stub");
    }

    public Optional<ClassHeader> find(ClassName name) {
        throw new UnsupportedOperationException("stub");
    }

    /** The class file; empty when unknown or unreadable. */
    public Optional<byte[]> bytes(ClassName name) {
        throw new UnsupportedOperationException("stub");
    }

    /** Whether a class of that name is known; reads nothing. */
    public boolean contains(ClassName name) {
        throw new UnsupportedOperationException("stub");
    }

    /** The names of all classes in one entry of the class path, in order of their names. */
    public List<ClassName> classesIn(Path entry) {
        throw new UnsupportedOperationException("stub");
    }

    /** Certainly a subtype (or the same type). Unknown is no: see {@link #isComplete}. */
    public boolean isSubtype(ClassName type, ClassName of) {
        throw new UnsupportedOperationException("stub");
    }

    /** Whether the type and all its ancestors were found, so that a "no" of {@link #isSubtype} is certain. */
    public boolean isComplete(ClassName type) {
        throw new UnsupportedOperationException("stub");
    }

    /** The type, its superclasses and all its interfaces, nearest first, as far as they are known. */
    public List<ClassName> ancestors(ClassName type) {
        throw new UnsupportedOperationException("stub");
    }

    /** The declaration an instruction's method reference means: method resolution of JVMS 5.4.3.3 and 5.4.3.4. */
    public Optional<MethodRef> resolve(MethodRef called) {
        throw new UnsupportedOperationException("stub");
    }

    /**
     * The annotations of an element and, through their own types, the annotations those carry (Spring's
     * meta-annotations), each type once, nearest first.
     */
    public List<Annotation> withMeta(List<Annotation> annotations) {
        throw new UnsupportedOperationException("stub");
    }

    /** Classes that were named by a header but not found so far; for the report. */
    public Set<ClassName> missing() {
        throw new UnsupportedOperationException("stub");
    }

    public List<Notice> notices() {
        throw new UnsupportedOperationException("stub");
    }
}
