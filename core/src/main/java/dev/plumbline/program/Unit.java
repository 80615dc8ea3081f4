package dev.plumbline.program;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Rung;
import dev.plumbline.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A source file and the classes that were compiled from it. Lives inside one task and dies with it. */
public final class Unit {

    /** What a unit is found by: its path relative to the root of the scan. */
    public record Id(Path path) implements Comparable<Id> {

        @Override
        public int compareTo(Id other) {
            return path.toString().compareTo(other.path.toString());
        }
    }

    public Id id() {
        throw new UnsupportedOperationException("stub");
    }

    public SourceFile source() {
        throw new UnsupportedOperationException("stub");
    }

    /** Empty on {@link Rung#SOURCE_ONLY}. */
    public List<ClassFile> classes() {
        throw new UnsupportedOperationException("stub");
    }

    public Rung rung() {
        throw new UnsupportedOperationException("stub");
    }

    /** All methods that have code, of all classes. */
    public Stream<MethodCode> methods() {
        return classes().stream().flatMap(type -> type.methods().stream());
    }

    public TypeNames names() {
        throw new UnsupportedOperationException("stub");
    }

    public Join join() {
        throw new UnsupportedOperationException("stub");
    }

    public Program program() {
        throw new UnsupportedOperationException("stub");
    }
}
