package dev.plumbline.bytecode;

import java.util.Arrays;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Whether descriptors are descriptors and labels are in the code: ASM takes anything and fails at its use. */
final class InstructionSyntax {

    private static final int MOST_DIMENSIONS = 255;

    private InstructionSyntax() {
    }

    static boolean isSound(ClassNode type) {
        for (MethodNode method : type.methods) {
            if (!isMethod(method.desc) || !hasSoundRows(method)) {
                return false;
            }
            for (AbstractInsnNode instruction : method.instructions) {
                if (!isSound(instruction) || !targets(instruction).allMatch(label -> isIn(method, label))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hasSoundRows(MethodNode method) {
        return method.tryCatchBlocks.stream()
            .flatMap(row -> Stream.of(row.start, row.end, row.handler))
            .allMatch(label -> isIn(method, label));
    }

    private static Stream<LabelNode> targets(AbstractInsnNode instruction) {
        if (instruction instanceof JumpInsnNode jump) {
            return Stream.of(jump.label);
        }
        if (instruction instanceof TableSwitchInsnNode table) {
            return Stream.concat(table.labels.stream(), Stream.of(table.dflt));
        }
        return instruction instanceof LookupSwitchInsnNode lookup
            ? Stream.concat(lookup.labels.stream(), Stream.of(lookup.dflt))
            : Stream.empty();
    }

    /** A label that points between two instructions, or past the last, is never met. */
    private static boolean isIn(MethodNode method, LabelNode label) {
        return method.instructions.size() == 0 || method.instructions.indexOf(label) >= 0;
    }

    private static boolean isSound(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            return isNamed(call.owner, call.name) && isMethod(call.desc);
        }
        if (instruction instanceof FieldInsnNode field) {
            return isNamed(field.owner, field.name) && isType(field.desc);
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return isSound(dynamic);
        }
        if (instruction instanceof MultiANewArrayInsnNode array) {
            return isType(array.desc) && array.desc.startsWith("[");
        }
        return !(instruction instanceof TypeInsnNode named) || isNamed(named.desc);
    }

    private static boolean isSound(InvokeDynamicInsnNode dynamic) {
        if (!isNamed(dynamic.name, dynamic.bsm.getOwner()) || !isMethod(dynamic.desc)) {
            return false;
        }
        if (!LambdaMaker.isLambda(dynamic)) {
            return true;
        }
        boolean hasBody = dynamic.bsmArgs.length > 1 && dynamic.bsmArgs[1] instanceof Handle;
        return hasBody && isSound((Handle) dynamic.bsmArgs[1])
            && Type.getReturnType(dynamic.desc).getSort() == Type.OBJECT;
    }

    private static boolean isSound(Handle body) {
        return isNamed(body.getOwner(), body.getName()) && isMethod(body.getDesc());
    }

    /** ASM gives {@code null} for a name at index 0 of the constant pool. */
    private static boolean isNamed(String... names) {
        return Arrays.stream(names).allMatch(name -> name != null && !name.isEmpty());
    }

    private static boolean isMethod(String text) {
        if (text == null) {
            return false;
        }
        int at = 1;
        while (text.startsWith("(") && at > 0 && at < text.length() && text.charAt(at) != ')') {
            at = end(text, at);
        }
        boolean closes = text.startsWith("(") && at > 0 && at < text.length();
        return closes && (text.endsWith(")V") && at == text.length() - 2 || end(text, at + 1) == text.length());
    }

    private static boolean isType(String text) {
        return text != null && end(text, 0) == text.length();
    }

    /** Where the type that starts there ends; -1 when none does. */
    private static int end(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '[') {
            at++;
        }
        if (at >= text.length() || at - start > MOST_DIMENSIONS) {
            return -1;
        }
        if (text.charAt(at) != 'L') {
            return "BCDFIJSZ".indexOf(text.charAt(at)) >= 0 ? at + 1 : -1;
        }
        int end = text.indexOf(';', at);
        return end > at + 1 ? end + 1 : -1;
    }
}
