package dev.plumbline.bytecode.idiom;

import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** A method as idioms see it: its instructions, and which of them are known to be made by the compiler. */
final class Code {

    private final ClassNode type;
    private final MethodNode method;
    private final AbstractInsnNode[] instructions;
    private final int[] lines;
    private final BitSet made = new BitSet();

    Code(ClassNode type, MethodNode method) {
        this.type = type;
        this.method = method;
        this.instructions = method.instructions.toArray();
        this.lines = lines(instructions);
    }

    ClassNode type() {
        return type;
    }

    MethodNode method() {
        return method;
    }

    int size() {
        return instructions.length;
    }

    AbstractInsnNode at(int index) {
        return instructions[index];
    }

    int opcode(int index) {
        return index >= 0 && index < instructions.length ? instructions[index].getOpcode() : -1;
    }

    /** The line of the first instruction from here on. */
    int line(int index) {
        int at = real(index);
        return at < lines.length ? lines[at] : 0;
    }

    int indexOf(LabelNode label) {
        return method.instructions.indexOf(label);
    }

    List<TryCatchBlockNode> rows() {
        return method.tryCatchBlocks == null ? List.of() : method.tryCatchBlocks;
    }

    /** The first instruction from an index on that is no label, line or frame. */
    int real(int index) {
        int at = index;
        while (at < instructions.length && instructions[at].getOpcode() < 0) {
            at++;
        }
        return at;
    }

    Reader read(int index) {
        return new Reader(this, index);
    }

    BitSet made() {
        return made;
    }

    boolean isMade(int index) {
        return made.get(real(index));
    }

    /** @param to the index after the last one */
    void mark(int from, int to) {
        made.set(from, to);
    }

    void mark(int index) {
        made.set(index);
    }

    void markAll() {
        made.set(0, instructions.length);
    }

    private static int[] lines(AbstractInsnNode[] instructions) {
        int[] lines = new int[instructions.length];
        int line = 0;
        for (int at = 0; at < lines.length; at++) {
            if (instructions[at] instanceof LineNumberNode number) {
                line = number.line;
            }
            lines[at] = line;
        }
        return lines;
    }
}
