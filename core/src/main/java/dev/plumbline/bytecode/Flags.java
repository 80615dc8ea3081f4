package dev.plumbline.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What is known along one path of the locals that branches test: {@code null} or zero, or not. It keeps a search from
 * walking paths that no execution takes, such as past {@code if (!done)} after {@code done = true}: property
 * simulation in the manner of ESP (Das, Lerner, Seigle, PLDI 2002). Two bits a local, fifteen locals.
 */
final class Flags {

    private static final int MOST = 15;
    private static final int UNKNOWN = 0;
    private static final int ZERO = 1;
    private static final int OTHER = 2;

    private final MethodCode method;
    private final List<Integer> slots = new ArrayList<>();

    Flags(MethodCode method) {
        this.method = method;
        for (Branch branch : method.branches()) {
            int slot = testedSlot(branch.site());
            if (slot >= 0 && !slots.contains(slot) && slots.size() < MOST) {
                slots.add(slot);
            }
        }
    }

    /** What the locals hold before an instruction, on every path to it. */
    int before(Site site) {
        int state = 0;
        for (int i = 0; i < slots.size(); i++) {
            state |= kind(method.origins().local(site, slots.get(i))) << 2 * i;
        }
        return state;
    }

    /** What is known after the edge, or -1 when no execution with this knowledge takes it. */
    int after(Edge edge, int state) {
        AbstractInsnNode node = method.node().instructions.get(edge.from().index());
        if (node instanceof VarInsnNode store && isStore(store.getOpcode())) {
            return with(state, store.var, kind(method.origins().stack(edge.from(), 0)));
        }
        if (node instanceof IincInsnNode increment) {
            return with(state, increment.var, UNKNOWN);
        }
        boolean branches = edge.kind() == Edge.Kind.TAKEN || edge.kind() == Edge.Kind.NOT_TAKEN;
        return branches ? afterTest(edge, state) : state;
    }

    private int afterTest(Edge edge, int state) {
        int slot = testedSlot(edge.from());
        int place = slots.indexOf(slot);
        if (slot < 0 || place < 0) {
            return state;
        }
        int opcode = method.node().instructions.get(edge.from().index()).getOpcode();
        boolean zeroJumps = opcode == Opcodes.IFEQ || opcode == Opcodes.IFNULL;
        int learned = zeroJumps == (edge.kind() == Edge.Kind.TAKEN) ? ZERO : OTHER;
        int known = state >> 2 * place & 3;
        return known != UNKNOWN && known != learned ? -1 : with(state, slot, learned);
    }

    /** Whether on this path it is known which way a test of a local goes. */
    boolean decides(Site test, int state) {
        int place = slots.indexOf(testedSlot(test));
        return place >= 0 && (state >> 2 * place & 3) != UNKNOWN;
    }

    private int with(int state, int slot, int kind) {
        int place = slots.indexOf(slot);
        return place < 0 ? state : state & ~(3 << 2 * place) | kind << 2 * place;
    }

    private static boolean isStore(int opcode) {
        return opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
    }

    private static int kind(Origin origin) {
        String path = origin.path();
        if (path.equals("#0") || path.equals("null")) {
            return ZERO;
        }
        boolean certain = path.startsWith("#") || path.startsWith("'") || origin.base().isEmpty()
            && (path.startsWith("new@") || path.startsWith("caught@") || path.startsWith("lambda@"));
        return certain ? OTHER : UNKNOWN;
    }

    /** The local that a test for zero or {@code null} loads just before it; -1 for other tests. */
    private int testedSlot(Site site) {
        InsnList nodes = method.node().instructions;
        int opcode = nodes.get(site.index()).getOpcode();
        if (opcode != Opcodes.IFEQ && opcode != Opcodes.IFNE && opcode != Opcodes.IFNULL
            && opcode != Opcodes.IFNONNULL) {
            return -1;
        }
        for (int i = site.index() - 1; i >= 0; i--) {
            AbstractInsnNode node = nodes.get(i);
            if (node.getOpcode() >= 0) {
                boolean load = node.getOpcode() == Opcodes.ILOAD || node.getOpcode() == Opcodes.ALOAD;
                return load ? ((VarInsnNode) node).var : -1;
            }
        }
        return -1;
    }
}
