package dev.plumbline.bytecode;

import dev.plumbline.index.ClassHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** A class with the code of its methods. */
public final class ClassFile {

    private final ClassNode node;
    private final ClassHeader header;
    private final Surroundings surroundings;
    private final List<MethodCode> methods;

    private ClassFile(ClassNode node, ClassHeader header, Surroundings surroundings) {
        this.node = node;
        this.header = header;
        this.surroundings = surroundings;
        this.methods = node.methods.stream()
            .filter(method -> method.instructions.size() > 0)
            .map(method -> new MethodCode(this, method))
            .toList();
    }

    /** @throws IllegalArgumentException with a sentence for the user when the bytes are no class file */
    public static ClassFile read(byte[] bytes, ClassHeader header, Surroundings surroundings) {
        ClassNode node = new ClassNode();
        try {
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
        } catch (RuntimeException broken) {
            // ASM checks little: damaged bytes end in whatever its reading of arrays throws.
            throw new IllegalArgumentException("The class file of " + header.name() + " can not be read ("
                + reason(broken) + "); compile it again.", broken);
        }
        return new ClassFile(node, header, surroundings);
    }

    public ClassName name() {
        return header.name();
    }

    public ClassHeader header() {
        return header;
    }

    /** Methods that have code, in the order of the class file. */
    public List<MethodCode> methods() {
        return methods;
    }

    public Optional<MethodCode> method(String name, Descriptor descriptor) {
        return methods.stream()
            .filter(method -> method.ref().name().equals(name) && method.ref().descriptor().equals(descriptor))
            .findFirst();
    }

    ClassNode node() {
        return node;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    private static String reason(RuntimeException broken) {
        String message = broken.getMessage();
        boolean isVersion = message != null && message.startsWith("Unsupported class file major version");
        return isVersion ? message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1)
            : "it is damaged";
    }

    @Override
    public String toString() {
        return name().dotted();
    }
}
