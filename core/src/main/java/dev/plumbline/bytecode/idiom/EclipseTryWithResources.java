package dev.plumbline.bytecode.idiom;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * What the Eclipse compiler adds to a try-with-resources: two variables, for the exception that will be thrown and for
 * one just caught; a handler of each resource that closes it; and handlers that add the second to the first.
 */
final class EclipseTryWithResources implements Idiom {

    @Override
    public void find(Code code) {
        Map<Integer, Integer> pairs = new HashMap<>();
        for (TryCatchBlockNode row : code.rows()) {
            Reader reader = code.read(code.indexOf(row.handler));
            int caught = reader.peekVariable();
            int thrown = row.type == null ? takeSuppress(reader) : -1;
            if (thrown >= 0) {
                pairs.put(thrown, caught);
                markHandler(code, row, reader, thrown);
            }
        }
        if (pairs.isEmpty()) {
            return;
        }
        for (TryCatchBlockNode row : code.rows()) {
            Reader reader = code.read(code.indexOf(row.handler));
            if (row.type == null && reader.take(Opcodes.ASTORE) && pairs.containsKey(reader.variable())) {
                markHandler(code, row, reader, reader.variable());
            }
        }
        pairs.forEach((thrown, caught) -> markVariables(code, thrown, caught));
    }

    /**
     * {@code if (thrown == null) thrown = caught; else if (thrown != caught) thrown.addSuppressed(caught)}; the
     * variable of what is thrown, -1 if it is something else.
     */
    private static int takeSuppress(Reader reader) {
        if (!reader.take(Opcodes.ASTORE)) {
            return -1;
        }
        int caught = reader.variable();
        int thrown = reader.peekVariable();
        boolean suppresses = reader.take(Opcodes.ALOAD)
            && reader.take(Opcodes.IFNONNULL)
            && reader.take(Opcodes.ALOAD, caught)
            && reader.take(Opcodes.ASTORE, thrown)
            && reader.take(Opcodes.GOTO)
            && reader.take(Opcodes.ALOAD, thrown)
            && reader.take(Opcodes.ALOAD, caught)
            && reader.take(Opcodes.IF_ACMPEQ)
            && reader.take(Opcodes.ALOAD, thrown)
            && reader.take(Opcodes.ALOAD, caught)
            && reader.takeCall("addSuppressed", "(Ljava/lang/Throwable;)V");
        return suppresses ? thrown : -1;
    }

    /** The rest of a handler: closes a resource, or not, and throws. */
    private static void markHandler(Code code, TryCatchBlockNode row, Reader reader, int thrown) {
        int resource = reader.peekVariable();
        boolean closes = resource != thrown && reader.takeClose(resource);
        if (reader.take(Opcodes.ALOAD, thrown) && reader.take(Opcodes.ATHROW)) {
            code.mark(code.indexOf(row.handler), reader.position());
            if (closes) {
                closeAfterAll(code, row, resource);
            }
        }
    }

    private static void closeAfterAll(Code code, TryCatchBlockNode handled, int resource) {
        code.rows().stream()
            .filter(row -> row.handler == handled.handler)
            .forEach(row -> TryWithResources.closeAfter(code, row, resource));
    }

    private static void markVariables(Code code, int thrown, int caught) {
        for (int at = 0; at < code.size(); at++) {
            Reader reader = code.read(at);
            if (reader.take(Opcodes.ACONST_NULL) && reader.take(Opcodes.ASTORE, thrown)
                && reader.take(Opcodes.ACONST_NULL) && reader.take(Opcodes.ASTORE, caught)) {
                code.mark(code.real(at), reader.position());
            }
        }
    }
}
