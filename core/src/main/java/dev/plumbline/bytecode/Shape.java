package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Where control can go by the form of the code alone: jumps, and rows of the exception table over instructions that
 * can throw at all. Coarser than {@link Flow}, which knows what is thrown, and what {@link Flow} is made from.
 */
final class Shape {

    private static final int[] NOWHERE = {};

    private final AbstractInsnNode[] code;
    private final List<Row> rows;
    private final int[][] jumps;
    private final List<List<Row>> covering;

    private Shape(AbstractInsnNode[] code, List<Row> rows, int[][] jumps, List<List<Row>> covering) {
        this.code = code;
        this.rows = rows;
        this.jumps = jumps;
        this.covering = covering;
    }

    static Shape of(MethodNode method) {
        InsnList list = method.instructions;
        AbstractInsnNode[] code = list.toArray();
        int[][] jumps = new int[code.length][];
        for (int at = 0; at < code.length; at++) {
            jumps[at] = jumps(code, list, at);
        }
        List<Row> rows = new ArrayList<>();
        if (method.tryCatchBlocks != null) {
            method.tryCatchBlocks.forEach(block -> rows.add(row(list, block)));
        }
        return new Shape(code, List.copyOf(rows), jumps, covering(code, rows));
    }

    int size() {
        return code.length;
    }

    AbstractInsnNode at(int index) {
        return code[index];
    }

    List<Row> rows() {
        return rows;
    }

    /** Successors when nothing is thrown, the next instruction before the targets of a jump. */
    int[] jumps(int index) {
        return jumps[index];
    }

    /** Rows that protect an instruction, in table order. */
    List<Row> covering(int index) {
        return covering.get(index);
    }

    /** Rows an exception of this instruction can lead to; none if it can not throw. */
    List<Row> catching(int index) {
        return canThrow(code[index].getOpcode()) ? covering.get(index) : List.of();
    }

    int[] successors(int index) {
        List<Row> catching = catching(index);
        if (catching.isEmpty()) {
            return jumps[index];
        }
        return IntStream.concat(Arrays.stream(jumps[index]), catching.stream().mapToInt(Row::handler)).toArray();
    }

    /** Whether an instruction throws anything but errors of the virtual machine. */
    static boolean canThrow(int opcode) {
        return switch (opcode) {
            case Opcodes.IALOAD, Opcodes.LALOAD, Opcodes.FALOAD, Opcodes.DALOAD, Opcodes.AALOAD, Opcodes.BALOAD,
                Opcodes.CALOAD, Opcodes.SALOAD, Opcodes.IASTORE, Opcodes.LASTORE, Opcodes.FASTORE, Opcodes.DASTORE,
                Opcodes.AASTORE, Opcodes.BASTORE, Opcodes.CASTORE, Opcodes.SASTORE, Opcodes.IDIV, Opcodes.LDIV,
                Opcodes.IREM, Opcodes.LREM, Opcodes.GETFIELD, Opcodes.PUTFIELD, Opcodes.INVOKEVIRTUAL,
                Opcodes.INVOKESPECIAL, Opcodes.INVOKESTATIC, Opcodes.INVOKEINTERFACE, Opcodes.INVOKEDYNAMIC,
                Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.MULTIANEWARRAY, Opcodes.ARRAYLENGTH, Opcodes.ATHROW,
                Opcodes.CHECKCAST, Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> true;
            default -> false;
        };
    }

    private static int[] jumps(AbstractInsnNode[] code, InsnList list, int at) {
        AbstractInsnNode instruction = code[at];
        int opcode = instruction.getOpcode();
        if (instruction instanceof JumpInsnNode jump) {
            int target = list.indexOf(jump.label);
            boolean always = opcode == Opcodes.GOTO || at + 1 == code.length;
            return always ? new int[] {target} : new int[] {at + 1, target};
        }
        if (instruction instanceof TableSwitchInsnNode table) {
            return targets(list, table.dflt, table.labels);
        }
        if (instruction instanceof LookupSwitchInsnNode lookup) {
            return targets(list, lookup.dflt, lookup.labels);
        }
        boolean ends = opcode == Opcodes.ATHROW || opcode == Opcodes.RET || isReturn(opcode);
        return ends || at + 1 == code.length ? NOWHERE : new int[] {at + 1};
    }

    static boolean isReturn(int opcode) {
        return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    }

    private static int[] targets(InsnList list, LabelNode otherwise, List<LabelNode> labels) {
        return Stream.concat(labels.stream(), Stream.of(otherwise)).mapToInt(list::indexOf).distinct().toArray();
    }

    private static Row row(InsnList list, TryCatchBlockNode block) {
        return new Row(list.indexOf(block.start), list.indexOf(block.end), list.indexOf(block.handler),
            Optional.ofNullable(block.type).map(ClassName::new));
    }

    /** Neighbours share their list: it changes only where a row starts or ends. */
    private static List<List<Row>> covering(AbstractInsnNode[] code, List<Row> rows) {
        Set<Integer> edges = new HashSet<>();
        rows.forEach(row -> edges.addAll(List.of(row.from(), row.to())));
        List<List<Row>> covering = new ArrayList<>(code.length);
        List<Row> here = List.of();
        for (int at = 0; at < code.length; at++) {
            if (edges.contains(at)) {
                int index = at;
                here = rows.stream().filter(row -> row.from() <= index && index < row.to()).toList();
            }
            covering.add(here);
        }
        return covering;
    }
}
