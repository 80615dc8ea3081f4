package dev.plumbline.bytecode.idiom;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The handler that gives up the monitor of a {@code synchronized} block and throws on. */
final class MonitorExit implements Idiom {

    @Override
    public void find(Code code) {
        for (TryCatchBlockNode row : code.rows()) {
            int start = code.indexOf(row.handler);
            Reader reader = code.read(start);
            reader.take(Opcodes.ASTORE); // javac only
            if (row.type == null && reader.take(Opcodes.ALOAD) && reader.take(Opcodes.MONITOREXIT)) {
                reader.take(Opcodes.ALOAD);
                if (reader.take(Opcodes.ATHROW)) {
                    code.mark(start, reader.position());
                }
            }
        }
    }
}
