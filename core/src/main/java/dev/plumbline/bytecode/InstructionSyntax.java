package dev.plumbline.bytecode;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Whether the descriptors in the code of a class are descriptors: ASM takes any text and fails at its use. */
final class InstructionSyntax {

    private static final int MOST_DIMENSIONS = 255;

    private InstructionSyntax() {
    }

    static boolean isSound(ClassNode type) {
        for (MethodNode method : type.methods) {
            if (!isName(method.name) || !isMethod(method.desc)) {
                return false;
            }
            for (TryCatchBlockNode block : method.tryCatchBlocks) {
                if (!isSound(block, method.instructions)) {
                    return false;
                }
            }
            for (AbstractInsnNode instruction : method.instructions) {
                if (!isSound(instruction)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSound(TryCatchBlockNode block, InsnList code) {
        return code.indexOf(block.start) >= 0 && code.indexOf(block.end) >= 0 && code.indexOf(block.handler) >= 0;
    }

    private static boolean isSound(AbstractInsnNode instruction) {
        if (instruction instanceof MethodInsnNode call) {
            return isName(call.owner) && isName(call.name) && isMethod(call.desc);
        }
        if (instruction instanceof FieldInsnNode field) {
            return isName(field.owner) && isName(field.name) && isType(field.desc);
        }
        if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            return isSound(dynamic);
        }
        if (instruction instanceof MultiANewArrayInsnNode array) {
            return isType(array.desc) && array.desc.startsWith("[");
        }
        return !(instruction instanceof TypeInsnNode named) || isName(named.desc);
    }

    private static boolean isSound(InvokeDynamicInsnNode dynamic) {
        if (!isName(dynamic.name) || !isMethod(dynamic.desc)) {
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
        return isName(body.getOwner()) && isName(body.getName()) && isMethod(body.getDesc());
    }

    /** A reference to nothing in the constant pool is read as {@code null}. */
    private static boolean isName(String text) {
        return text != null && !text.isEmpty();
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
