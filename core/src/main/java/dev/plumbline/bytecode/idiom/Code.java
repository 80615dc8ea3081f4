package dev.plumbline.bytecode.idiom;

import java.util.BitSet;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A method as idioms see it: its instructions, and which of them are known to be made by the compiler. */
final class Code {

    private final ClassNode type;
    private final MethodNode method;
    private final AbstractInsnNode[] instructions;
    private final BitSet made = new BitSet();

    Code(ClassNode type, MethodNode method) {
        this.type = type;
        this.method = method;
        this.instructions = method.instructions.toArray();
    }

    BitSet made() {
        return made;
    }
}
