package dev.plumbline.bytecode.idiom;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * What javac 7 and 8 add to a try-with-resources, still met in libraries: a variable for what the block threw, set by
 * a handler, and at every way out a {@code close} that adds to that what it throws itself.
 */
final class OldTryWithResources implements Idiom {

    @Override
    public void find(Code code) {
        Set<Integer> thrown = new HashSet<>();
        for (int at = 0; at < code.size(); at++) {
            Reader reader = code.read(at);
            int variable = code.opcode(at) == Opcodes.ALOAD ? takeClose(reader) : -1;
            if (variable >= 0) {
                code.mark(at, reader.position());
                thrown.add(variable);
            }
        }
        if (thrown.isEmpty()) {
            return;
        }
        code.rows().forEach(row -> markHandler(code, row, thrown));
        for (int at = 0; at < code.size(); at++) {
            Reader reader = code.read(at);
            if (code.opcode(at) == Opcodes.ACONST_NULL && reader.take(Opcodes.ACONST_NULL)
                && reader.take(Opcodes.ASTORE) && thrown.contains(reader.variable())) {
                code.mark(at, reader.position());
            }
        }
    }

    /**
     * {@code if (r != null) if (thrown != null) try {r.close()} catch (Throwable t) {thrown.addSuppressed(t)} else
     * r.close()}; the variable of what was thrown, -1 if it is something else.
     */
    private static int takeClose(Reader reader) {
        int resource = reader.peekVariable();
        boolean isGuarded = reader.take(Opcodes.ALOAD) && reader.take(Opcodes.IFNULL);
        int thrown = reader.peekVariable();
        boolean closes = isGuarded
            && reader.take(Opcodes.ALOAD) && reader.take(Opcodes.IFNULL)
            && reader.take(Opcodes.ALOAD, resource) && reader.takeCall("close", "()V")
            && reader.take(Opcodes.GOTO) && reader.take(Opcodes.ASTORE);
        int second = reader.variable();
        boolean keeps = closes
            && reader.take(Opcodes.ALOAD, thrown) && reader.take(Opcodes.ALOAD, second)
            && reader.takeCall("addSuppressed", "(Ljava/lang/Throwable;)V")
            && reader.take(Opcodes.GOTO)
            && reader.take(Opcodes.ALOAD, resource) && reader.takeCall("close", "()V");
        return keeps ? thrown : -1;
    }

    /** The handler that notes what was thrown, and the one that closes and throws on. */
    private static void markHandler(Code code, TryCatchBlockNode row, Set<Integer> thrown) {
        int start = code.indexOf(row.handler);
        Reader reader = code.read(start);
        if (!reader.take(Opcodes.ASTORE)) {
            return;
        }
        int caught = reader.variable();
        int after = reader.position();
        boolean notes = reader.take(Opcodes.ALOAD, caught) && reader.take(Opcodes.ASTORE)
            && thrown.contains(reader.variable());
        Reader closing = code.read(after);
        boolean ends = notes || takeClose(closing) >= 0;
        Reader end = notes ? reader : closing;
        if (ends && end.take(Opcodes.ALOAD, caught) && end.take(Opcodes.ATHROW)) {
            code.mark(start, end.position());
        }
    }
}
