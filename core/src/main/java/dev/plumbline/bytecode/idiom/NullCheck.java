package dev.plumbline.bytecode.idiom;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** The null check of {@code object::method}, {@code outer.new Inner()} and of the value of a {@code switch}. */
final class NullCheck implements Idiom {

    @Override
    public void find(Code code) {
        for (int at = 0; at < code.size(); at++) {
            if (code.opcode(at) != Opcodes.DUP) {
                continue;
            }
            int call = code.real(at + 1);
            int pop = code.real(call + 1);
            boolean checks = call < code.size() && code.at(call) instanceof MethodInsnNode called && isCheck(called);
            if (checks && code.opcode(pop) == Opcodes.POP) {
                code.mark(at, pop + 1);
            }
        }
    }

    private static boolean isCheck(MethodInsnNode called) {
        boolean javac = called.owner.equals("java/util/Objects") && called.name.equals("requireNonNull")
            && called.desc.equals("(Ljava/lang/Object;)Ljava/lang/Object;");
        return javac || called.name.equals("getClass") && called.desc.equals("()Ljava/lang/Class;");
    }
}
