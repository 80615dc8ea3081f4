package dev.plumbline.bytecode.idiom;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.TypeInsnNode;

/** A {@code switch} without {@code default} that covers all cases throws when a case was added later. */
final class ExhaustiveSwitch implements Idiom {

    private static final Set<String> THROWN =
        Set.of("java/lang/MatchException", "java/lang/IncompatibleClassChangeError");

    @Override
    public void find(Code code) {
        for (int at = 0; at < code.size(); at++) {
            boolean isNew = code.opcode(at) == Opcodes.NEW;
            if (isNew && code.at(at) instanceof TypeInsnNode made && THROWN.contains(made.desc)) {
                mark(code, at);
            }
        }
    }

    private static void mark(Code code, int at) {
        Reader reader = code.read(at);
        boolean makes = reader.take(Opcodes.NEW) && reader.take(Opcodes.DUP);
        while (makes && reader.take(Opcodes.ACONST_NULL)) {
            continue;
        }
        if (makes && reader.take(Opcodes.INVOKESPECIAL) && reader.take(Opcodes.ATHROW)) {
            code.mark(at, reader.position());
        }
    }
}
