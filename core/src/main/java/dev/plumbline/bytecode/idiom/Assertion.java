package dev.plumbline.bytecode.idiom;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** An {@code assert}: the switch that turns it off, and the error thrown. Condition and message are the author's. */
final class Assertion implements Idiom {

    private static final String ERROR = "java/lang/AssertionError";

    @Override
    public void find(Code code) {
        for (int at = 0; at < code.size(); at++) {
            if (isSwitch(code.at(at), Opcodes.GETSTATIC)) {
                markAssert(code, at);
            } else if (isSwitch(code.at(at), Opcodes.PUTSTATIC)) {
                markInitializer(code, at);
            }
        }
    }

    private static void markAssert(Code code, int at) {
        int jumpAt = code.real(at + 1);
        if (code.opcode(jumpAt) != Opcodes.IFNE || !(code.at(jumpAt) instanceof JumpInsnNode jump)) {
            return;
        }
        code.mark(at, jumpAt + 1);
        int end = code.indexOf(jump.label);
        for (int inside = jumpAt; inside < end; inside++) {
            AbstractInsnNode instruction = code.at(inside);
            boolean isNew = instruction instanceof TypeInsnNode made && made.desc.equals(ERROR);
            if (isNew) {
                code.mark(inside, code.real(inside + 1) + 1);
            } else if (instruction instanceof MethodInsnNode call && call.owner.equals(ERROR)) {
                code.mark(inside, code.real(inside + 1) + 1);
            }
        }
    }

    /** {@code $assertionsDisabled = !A.class.desiredAssertionStatus()}. */
    private static void markInitializer(Code code, int at) {
        for (int start = at; start >= 0; start--) {
            if (code.opcode(start) == Opcodes.LDC) {
                code.mark(start, at + 1);
                return;
            }
        }
    }

    private static boolean isSwitch(AbstractInsnNode instruction, int opcode) {
        return instruction.getOpcode() == opcode && instruction instanceof FieldInsnNode field
            && field.name.equals("$assertionsDisabled");
    }
}
