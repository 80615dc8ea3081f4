package dev.plumbline.bytecode.idiom;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * What javac since 11 adds to a try-with-resources: a handler that closes the resource, keeps what that throws as
 * suppressed and throws on, and a {@code close} at each way out of the block. Such a handler has the line of the
 * {@code try}; the same written by hand comes after the block.
 */
final class TryWithResources implements Idiom {

    @Override
    public void find(Code code) {
        for (TryCatchBlockNode row : code.rows()) {
            int start = code.indexOf(row.handler);
            boolean standsAtTry = code.line(start) <= code.line(code.indexOf(row.start));
            if (!"java/lang/Throwable".equals(row.type) || !standsAtTry) {
                continue;
            }
            Reader reader = code.read(start);
            int resource = resource(reader);
            if (resource >= 0) {
                code.mark(start, reader.position());
                closeAfter(code, row, resource);
            }
        }
    }

    /** Marks the {@code close} on the way out of a protected range. */
    static void closeAfter(Code code, TryCatchBlockNode row, int resource) {
        int end = code.real(code.indexOf(row.end));
        Reader reader = code.read(end);
        if (reader.takeClose(resource)) {
            code.mark(end, reader.position());
        }
    }

    private static int resource(Reader reader) {
        if (!reader.take(Opcodes.ASTORE)) {
            return -1;
        }
        int thrown = reader.variable();
        int resource = reader.peekVariable();
        boolean closes = resource >= 0
            && reader.takeClose(resource)
            && reader.take(Opcodes.GOTO)
            && reader.take(Opcodes.ASTORE);
        int second = reader.variable();
        boolean keeps = closes
            && reader.take(Opcodes.ALOAD, thrown)
            && reader.take(Opcodes.ALOAD, second)
            && reader.takeCall("addSuppressed", "(Ljava/lang/Throwable;)V")
            && reader.take(Opcodes.ALOAD, thrown)
            && reader.take(Opcodes.ATHROW);
        return keeps ? resource : -1;
    }
}
