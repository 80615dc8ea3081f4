package dev.plumbline.bytecode.idiom;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * The copies of a {@code finally} block: one at each way out of the {@code try}, one in a handler that catches
 * everything and throws on. The first copy in the code outside the handler counts as written, or the one in the
 * handler when there is no other. Copies are told by equal instructions on equal lines.
 */
final class FinallyCopy implements Idiom {

    @Override
    public void find(Code code) {
        for (TryCatchBlockNode row : code.rows()) {
            int start = code.indexOf(row.handler);
            if (row.type == null && !code.isMade(start)) {
                mark(code, start);
            }
        }
    }

    private static void mark(Code code, int start) {
        Reader reader = code.read(start);
        if (!reader.take(Opcodes.ASTORE)) {
            return;
        }
        int body = reader.position();
        int end = rethrow(code, body, reader.variable());
        if (end < 0) {
            return;
        }
        List<Integer> written = reals(code, body, end);
        code.mark(start, body);
        code.mark(end, code.real(end + 1) + 1);
        boolean seen = false;
        int at = 0;
        while (at < code.size() && !written.isEmpty()) {
            List<Integer> copy = at >= start && at < end ? List.of() : copyAt(code, at, written);
            if (copy.isEmpty()) {
                at++;
                continue;
            }
            int after = copy.get(copy.size() - 1) + 1;
            if (seen) {
                code.mark(copy.get(0), after);
            }
            seen = true;
            at = after;
        }
        if (seen) {
            code.mark(body, end);
        }
    }

    /** Where the caught exception is loaded again to be thrown; -1 when the block never ends normally. */
    private static int rethrow(Code code, int from, int thrown) {
        for (int at = from; at < code.size(); at++) {
            Reader reader = code.read(at);
            if (code.opcode(at) == Opcodes.ALOAD && reader.take(Opcodes.ALOAD, thrown) && reader.take(Opcodes.ATHROW)) {
                return at;
            }
        }
        return -1;
    }

    private static List<Integer> reals(Code code, int from, int to) {
        List<Integer> reals = new ArrayList<>();
        for (int at = code.real(from); at < to; at = code.real(at + 1)) {
            reals.add(at);
        }
        return reals;
    }

    private static List<Integer> copyAt(Code code, int from, List<Integer> written) {
        List<Integer> copy = new ArrayList<>();
        int at = from;
        for (int original : written) {
            at = copy.isEmpty() ? at : code.real(at);
            if (at >= code.size() || !isCopy(code, at, original)) {
                return List.of();
            }
            copy.add(at++);
        }
        return copy;
    }

    private static boolean isCopy(Code code, int at, int original) {
        AbstractInsnNode one = code.at(at);
        AbstractInsnNode other = code.at(original);
        if (one.getOpcode() != other.getOpcode() || code.line(at) != code.line(original)) {
            return false;
        }
        return !(one instanceof MethodInsnNode call && other instanceof MethodInsnNode called)
            || call.name.equals(called.name) && call.desc.equals(called.desc) && call.owner.equals(called.owner);
    }
}
