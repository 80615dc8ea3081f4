package dev.plumbline.program;

import dev.plumbline.bytecode.ClassFile;
import dev.plumbline.bytecode.MethodCode;
import dev.plumbline.finding.Rung;
import dev.plumbline.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A source file and the classes that were compiled from it. Lives inside one task and dies with it. */
public final class Unit {

    /** What a unit is found by: its path relative to the root of the scan. */
    public record Id(Path path) implements Comparable<Id> {

        /** @param path with forward slashes, relative to the root of the scan */
        public static Id at(String path) {
            return new Id(Path.of(path));
        }

        @Override
        public int compareTo(Id other) {
            return text().compareTo(other.text());
        }

        /** The path with forward slashes on every system. */
        public String text() {
            return path.toString().replace('\\', '/');
        }
    }

    private final Id id;
    private final Program program;
    private final Supplier<SourceFile> read;
    private final List<ClassFile> classes;
    private final Rung rung;
    private SourceFile source;
    private TypeNames names;
    private Join join;

    Unit(Id id, Program program, Supplier<SourceFile> read, List<ClassFile> classes, Rung rung) {
        this.id = id;
        this.program = program;
        this.read = read;
        this.classes = List.copyOf(classes);
        this.rung = rung;
    }

    public Id id() {
        return id;
    }

    public SourceFile source() {
        if (source == null) {
            source = read.get();
        }
        return source;
    }

    /** In order of their names; empty on {@link Rung#SOURCE_ONLY}. */
    public List<ClassFile> classes() {
        return classes;
    }

    public Rung rung() {
        return rung;
    }

    public Program program() {
        return program;
    }

    /** All methods that have code, of all classes; those that do not compile have none that says anything. */
    public Stream<MethodCode> methods() {
        return classes.stream().flatMap(type -> type.methods().stream())
            .filter(method -> !program.isBroken(method.ref()));
    }

    /** What type names mean in this file; empty when it does not parse. */
    public Optional<TypeNames> names() {
        if (names == null && source().tree().isPresent()) {
            names = TypeNames.of(source().tree().get(), program.index());
        }
        return Optional.ofNullable(names);
    }

    /** Source and bytecode node by node; empty when the file does not parse. */
    public Optional<Join> join() {
        if (join == null && names().isPresent()) {
            join = Join.of(source(), names, classes);
        }
        return Optional.ofNullable(join);
    }
}
