package dev.plumbline.bytecode.idiom;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Members of a record that nobody wrote: the three of {@code Object}, accessors, a constructor that only assigns. */
final class RecordMembers implements Idiom {

    @Override
    public void find(Code code) {
        boolean isRecord = "java/lang/Record".equals(code.type().superName);
        if (isRecord && (isObjectMethod(code) || isAccessor(code) || isPlainConstructor(code))) {
            code.markAll();
        }
    }

    private static boolean isObjectMethod(Code code) {
        for (int at = 0; at < code.size(); at++) {
            if (code.at(at) instanceof InvokeDynamicInsnNode dynamic
                && dynamic.bsm.getOwner().equals("java/lang/runtime/ObjectMethods")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAccessor(Code code) {
        Reader reader = code.read(0);
        if (!code.method().desc.startsWith("()") || !reader.take(Opcodes.ALOAD, 0)) {
            return false;
        }
        int read = code.real(reader.position());
        return code.opcode(read) == Opcodes.GETFIELD && code.at(read) instanceof FieldInsnNode field
            && field.name.equals(code.method().name) && isReturn(code.opcode(code.real(read + 1)));
    }

    private static boolean isReturn(int opcode) {
        return opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN;
    }

    /** Assigns parameters to fields, all on the line of the record itself. */
    private static boolean isPlainConstructor(Code code) {
        if (!code.method().name.equals("<init>")) {
            return false;
        }
        for (int at = code.real(0); at < code.size(); at = code.real(at + 1)) {
            int opcode = code.opcode(at);
            boolean isPlain = opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD || opcode == Opcodes.PUTFIELD
                || opcode == Opcodes.INVOKESPECIAL || opcode == Opcodes.RETURN;
            if (!isPlain || code.line(at) != code.line(0)) {
                return false;
            }
        }
        return true;
    }
}
