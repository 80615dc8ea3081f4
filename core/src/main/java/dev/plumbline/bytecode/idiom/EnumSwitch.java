package dev.plumbline.bytecode.idiom;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** A {@code switch} over an enum goes through a table of numbers by {@code ordinal}. */
final class EnumSwitch implements Idiom {

    @Override
    public void find(Code code) {
        int table = -1;
        for (int at = 0; at < code.size(); at++) {
            if (isTable(code.at(at))) {
                table = at;
            }
            Reader reader = code.read(at);
            boolean ends = table >= 0 && Reader.isCall(code.at(at), "ordinal", "()I")
                && reader.takeCall("ordinal", "()I") && reader.take(Opcodes.IALOAD);
            if (ends) {
                code.mark(table);
                code.mark(at, reader.position());
                table = -1;
            } else if (isDirect(code, at)) {
                code.mark(at);
            }
        }
    }

    /** For an enum of the same file newer compilers need no table. */
    private static boolean isDirect(Code code, int at) {
        Reader reader = code.read(at);
        return Reader.isCall(code.at(at), "ordinal", "()I") && reader.takeCall("ordinal", "()I")
            && (reader.take(Opcodes.TABLESWITCH) || reader.take(Opcodes.LOOKUPSWITCH));
    }

    private static boolean isTable(AbstractInsnNode instruction) {
        boolean javac = instruction instanceof FieldInsnNode field && field.name.startsWith("$SwitchMap$");
        return javac || instruction instanceof MethodInsnNode call && call.name.startsWith("$SWITCH_TABLE$");
    }
}
