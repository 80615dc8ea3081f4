package dev.plumbline.bytecode;

import dev.plumbline.index.ClassHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.util.List;
import java.util.Optional;

/** A class with the code of its methods. */
public final class ClassFile {

    /** @throws IllegalArgumentException with a sentence for the user when the bytes are no class file */
    public static ClassFile read(byte[] bytes, ClassHeader header, Surroundings surroundings) {
        throw new UnsupportedOperationException("stub");
    }

    public ClassName name() {
        throw new UnsupportedOperationException("stub");
    }

    public ClassHeader header() {
        throw new UnsupportedOperationException("stub");
    }

    /** Methods that have code, in the order of the class file. */
    public List<MethodCode> methods() {
        throw new UnsupportedOperationException("stub");
    }

    public Optional<MethodCode> method(String name, Descriptor descriptor) {
        throw new UnsupportedOperationException("stub");
    }
}
