package dev.plumbline.bytecode;

import dev.plumbline.index.ClassHeader;
import dev.plumbline.name.ClassName;
import dev.plumbline.name.Descriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** A class with the code of its methods. */
public final class ClassFile {

    private static final String DAMAGED = "it is damaged, compile it again";

    private final ClassNode node;
    private final ClassHeader header;
    private final Surroundings surroundings;
    private final List<MethodCode> methods;
    private final Map<String, MethodCode> byName = new HashMap<>();

    private ClassFile(ClassNode node, ClassHeader header, Surroundings surroundings) {
        this.node = node;
        this.header = header;
        this.surroundings = surroundings;
        this.methods = node.methods.stream()
            .filter(method -> method.instructions.size() > 0)
            .map(method -> new MethodCode(this, method))
            .toList();
        methods.forEach(method -> byName.putIfAbsent(method.ref().name() + method.ref().descriptor().text(), method));
    }

    /** @throws IllegalArgumentException with a sentence for the user when the bytes are no class file */
    public static ClassFile read(byte[] bytes, ClassHeader header, Surroundings surroundings) {
        ClassNode node = new ClassNode();
        boolean sound;
        try {
            new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
            sound = InstructionSyntax.isSound(node);
        } catch (RuntimeException broken) {
            // ASM checks little: damaged bytes end in whatever its reading of arrays throws.
            throw unreadable(header, reason(bytes, broken));
        }
        if (!sound) {
            throw unreadable(header, DAMAGED);
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
        return Optional.ofNullable(byName.get(name + descriptor.text()));
    }

    ClassNode node() {
        return node;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    private static IllegalArgumentException unreadable(ClassHeader header, String reason) {
        return new IllegalArgumentException(
            "The class file of " + header.name() + " can not be read: " + reason + ".");
    }

    private static String reason(byte[] bytes, RuntimeException broken) {
        boolean isVersion = String.valueOf(broken.getMessage()).startsWith("Unsupported class file");
        return isVersion
            ? "its version " + ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff)
                + " is newer than this release knows, compile for an older one"
            : DAMAGED;
    }

    @Override
    public String toString() {
        return name().dotted();
    }
}
