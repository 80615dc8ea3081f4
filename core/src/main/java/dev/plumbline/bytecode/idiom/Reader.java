package dev.plumbline.bytecode.idiom;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Reads instructions one after the other as long as they are the expected ones; labels and lines are passed over. */
final class Reader {

    private final Code code;
    private int at;
    private int variable = -1;

    Reader(Code code, int at) {
        this.code = code;
        this.at = at;
    }

    /** The index after the last instruction taken. */
    int position() {
        return at;
    }

    /** The variable of the last load or store taken. */
    int variable() {
        return variable;
    }

    /** The variable of the next instruction; -1 if it is no load or store. */
    int peekVariable() {
        int next = code.real(at);
        return next < code.size() && code.at(next) instanceof VarInsnNode access ? access.var : -1;
    }

    boolean take(int opcode) {
        int next = code.real(at);
        if (code.opcode(next) != opcode) {
            return false;
        }
        if (code.at(next) instanceof VarInsnNode access) {
            variable = access.var;
        }
        at = next + 1;
        return true;
    }

    boolean take(int opcode, int ofVariable) {
        return peekVariable() == ofVariable && take(opcode);
    }

    boolean takeNumber() {
        int next = code.real(at);
        int opcode = code.opcode(next);
        boolean is = opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5 || opcode == Opcodes.BIPUSH
            || opcode == Opcodes.SIPUSH || opcode == Opcodes.LDC;
        at = is ? next + 1 : at;
        return is;
    }

    boolean takeCall(String name, String descriptor) {
        int next = code.real(at);
        boolean is = next < code.size() && isCall(code.at(next), name, descriptor);
        at = is ? next + 1 : at;
        return is;
    }

    /** Takes {@code if (r != null) r.close()} or {@code r.close()}. */
    boolean takeClose(int ofVariable) {
        int start = at;
        boolean isGuarded = take(Opcodes.ALOAD, ofVariable) && take(Opcodes.IFNULL);
        at = isGuarded ? at : start;
        return take(Opcodes.ALOAD, ofVariable) && takeCall("close", "()V");
    }

    static boolean isCall(AbstractInsnNode instruction, String name, String descriptor) {
        return instruction instanceof MethodInsnNode call && call.name.equals(name) && call.desc.equals(descriptor);
    }
}
