package dev.plumbline.index;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/**
 * What a class says of itself without its code.
 *
 * @param version the major version of the class file: 61 for Java 17
 * @param access of a nested class also what only its outer class sees: static, private, protected
 * @param superclass empty for {@code java.lang.Object} only
 * @param sourceFile the {@code SourceFile} attribute: a simple file name
 * @param outer the class it is nested in, for member, local and anonymous classes
 * @param enclosingMethod name and descriptor, as one text ({@code run()V}), for local and anonymous classes
 */
public record ClassHeader(ClassName name, int version, int access, Optional<ClassName> superclass,
        List<ClassName> interfaces, Optional<String> sourceFile, Optional<ClassName> outer,
        Optional<String> enclosingMethod, List<FieldHeader> fields, List<MethodHeader> methods,
        List<Annotation> annotations) {

    private static final int ANNOTATION = 0x2000;
    private static final int ENUM = 0x4000;
    private static final int SYNTHETIC = 0x1000;
    private static final ClassName RECORD = ClassName.of("java.lang.Record");

    public boolean isInterface() {
        return Modifier.isInterface(access);
    }

    public boolean isAbstract() {
        return Modifier.isAbstract(access);
    }

    public boolean isFinal() {
        return Modifier.isFinal(access);
    }

    public boolean isAnnotation() {
        return (access & ANNOTATION) != 0;
    }

    public boolean isEnum() {
        return (access & ENUM) != 0;
    }

    public boolean isRecord() {
        return superclass.equals(Optional.of(RECORD));
    }

    public boolean isSynthetic() {
        return (access & SYNTHETIC) != 0;
    }

    public Optional<MethodHeader> method(String name, Descriptor descriptor) {
        return methods.stream()
            .filter(method -> method.name().equals(name) && method.descriptor().equals(descriptor))
            .findFirst();
    }

    public Optional<FieldHeader> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
