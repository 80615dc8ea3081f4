package dev.plumbline.bytecode;

import dev.plumbline.name.ClassName;
import dev.plumbline.name.FieldRef;
import dev.plumbline.name.MethodRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The instructions of a method sorted by what a rule asks for, and their lines. */
final class Instructions {

    private final MethodCode method;
    private final Shape shape;
    private final List<Call> calls = new ArrayList<>();
    private final Map<Integer, Call> callsBySite = new HashMap<>();
    private final List<FieldAccess> fields = new ArrayList<>();
    private final int[] lines;

    private Instructions(MethodCode method) {
        this.method = method;
        this.shape = method.shape();
        this.lines = new int[shape.size()];
    }

    static Instructions of(MethodCode method) {
        Instructions instructions = new Instructions(method);
        instructions.walk();
        instructions.giveLabelsTheirLine();
        return instructions;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    Optional<Call> call(Site site) {
        return Optional.ofNullable(callsBySite.get(site.index()));
    }

    List<FieldAccess> fields() {
        return List.copyOf(fields);
    }

    int line(Site site) {
        return site.index() >= 0 && site.index() < lines.length ? lines[site.index()] : 0;
    }

    /** What stands in the source for the instruction; empty when no name does. */
    String word(Site site) {
        if (site.index() < 0 || site.index() >= shape.size()) {
            return "";
        }
        AbstractInsnNode instruction = shape.at(site.index());
        if (instruction instanceof MethodInsnNode call) {
            return call.name.equals("<init>") ? new ClassName(call.owner).simple() : call.name;
        }
        return instruction instanceof FieldInsnNode field ? field.name : "";
    }

    List<Lambda> lambdas() {
        List<Lambda> lambdas = new ArrayList<>();
        for (int at = 0; at < shape.size(); at++) {
            if (shape.at(at) instanceof InvokeDynamicInsnNode dynamic) {
                LambdaMaker.lambda(method, new Site(at), dynamic).ifPresent(lambdas::add);
            }
        }
        return List.copyOf(lambdas);
    }

    List<Branch> branches() {
        List<Branch> branches = new ArrayList<>();
        for (int at = 0; at < shape.size(); at++) {
            if (shape.at(at) instanceof JumpInsnNode jump && shape.jumps(at).length == 2) {
                branches.add(branch(new Site(at), jump.getOpcode(), shape.jumps(at)));
            }
        }
        return List.copyOf(branches);
    }

    List<Exit> exits() {
        List<Exit> exits = new ArrayList<>();
        for (int at = 0; at < shape.size(); at++) {
            int opcode = shape.at(at).getOpcode();
            if (opcode == Opcodes.ATHROW || Shape.isReturn(opcode)) {
                Site site = new Site(at);
                Origin value = opcode == Opcodes.RETURN ? Origin.UNKNOWN : method.origins().stack(site, 0);
                exits.add(new Exit(site, opcode == Opcodes.ATHROW, value));
            }
        }
        return List.copyOf(exits);
    }

    private void walk() {
        int line = 0;
        for (int at = 0; at < shape.size(); at++) {
            AbstractInsnNode instruction = shape.at(at);
            if (instruction instanceof LineNumberNode number) {
                line = number.line;
            } else if (instruction instanceof MethodInsnNode call) {
                add(at, call);
            } else if (instruction instanceof FieldInsnNode field) {
                add(at, field);
            }
            lines[at] = line;
        }
    }

    /** A label stands before the line it begins. */
    private void giveLabelsTheirLine() {
        for (int at = shape.size() - 2; at >= 0; at--) {
            if (shape.at(at).getOpcode() < 0) {
                lines[at] = lines[at + 1];
            }
        }
    }

    private void add(int at, MethodInsnNode instruction) {
        MethodRef target = MethodRef.of(instruction.owner, instruction.name, instruction.desc);
        Call call = new Call(method, new Site(at), kind(instruction.getOpcode()), target);
        calls.add(call);
        callsBySite.put(at, call);
    }

    private void add(int at, FieldInsnNode instruction) {
        FieldRef field = new FieldRef(new ClassName(instruction.owner), instruction.name, instruction.desc);
        int opcode = instruction.getOpcode();
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        boolean isWrite = opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
        fields.add(new FieldAccess(method, new Site(at), field, isStatic, isWrite));
    }

    private static Call.Kind kind(int opcode) {
        return switch (opcode) {
            case Opcodes.INVOKESTATIC -> Call.Kind.STATIC;
            case Opcodes.INVOKESPECIAL -> Call.Kind.SPECIAL;
            case Opcodes.INVOKEINTERFACE -> Call.Kind.INTERFACE;
            default -> Call.Kind.VIRTUAL;
        };
    }

    private Branch branch(Site site, int opcode, int[] targets) {
        Origins origins = method.origins();
        boolean twoValues = opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE;
        boolean isNullTest = opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL;
        Origin zero = isNullTest ? Origin.NULL : new Origin("#0");
        Origin against = twoValues ? origins.stack(site, 0) : zero;
        Origin tested = twoValues ? origins.stack(site, 1) : longAgainstZero(origins.stack(site, 0));
        boolean isTurned = (opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE) && tested.equals(Origin.NULL);
        return isTurned // null == x
            ? new Branch(site, against, tested, test(opcode), new Site(targets[1]), new Site(targets[0]))
            : new Branch(site, tested, against, test(opcode), new Site(targets[1]), new Site(targets[0]));
    }

    /** {@code stamp != 0} of a long is a comparison and a test of its outcome: what is tested is the long. */
    private Origin longAgainstZero(Origin tested) {
        Optional<Site> made = tested.is("op") ? tested.site() : Optional.empty();
        return made.filter(site -> shape.at(site.index()).getOpcode() == Opcodes.LCMP)
            .filter(site -> method.origins().stack(site, 0).path().equals("#0"))
            .map(site -> method.origins().stack(site, 1))
            .orElse(tested);
    }

    private static Branch.Test test(int opcode) {
        return switch (opcode) {
            case Opcodes.IFEQ, Opcodes.IFNULL, Opcodes.IF_ICMPEQ, Opcodes.IF_ACMPEQ -> Branch.Test.EQUAL;
            case Opcodes.IFLT, Opcodes.IF_ICMPLT -> Branch.Test.LESS;
            case Opcodes.IFGE, Opcodes.IF_ICMPGE -> Branch.Test.GREATER_OR_EQUAL;
            case Opcodes.IFGT, Opcodes.IF_ICMPGT -> Branch.Test.GREATER;
            case Opcodes.IFLE, Opcodes.IF_ICMPLE -> Branch.Test.LESS_OR_EQUAL;
            default -> Branch.Test.NOT_EQUAL;
        };
    }
}
