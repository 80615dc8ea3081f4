package dev.plumbline.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Which method names a class calls on which lines of its source: read in one pass without a tree, to see whether a
 * text is the one that was compiled.
 *
 * @param line from 1
 * @param name of a method that a person has to write to call it
 */
public record CallLines(int line, String name) {

    /** What compilers call on their own: boxing, concatenation, loops, resources, enums, records, assertions. */
    private static final Set<String> UNWRITTEN = Set.of("valueOf", "booleanValue", "byteValue", "charValue",
        "shortValue", "intValue", "longValue", "floatValue", "doubleValue", "append", "toString", "iterator", "hasNext",
        "next", "close", "addSuppressed", "ordinal", "values", "clone", "getClass", "requireNonNull", "hashCode",
        "equals", "desiredAssertionStatus");

    /**
     * @param written whether a method of that name stands in the source; others are somebody else's
     * @return in the order of the class file; empty for what is no class file
     */
    public static List<CallLines> in(byte[] bytes, Predicate<String> written) {
        List<CallLines> found = new ArrayList<>();
        try {
            new ClassReader(bytes).accept(new Methods(found, written), ClassReader.SKIP_FRAMES);
        } catch (RuntimeException damaged) {
            // Said where the class is read for good.
            return List.of();
        }
        return found;
    }

    private static final class Methods extends ClassVisitor {

        private final List<CallLines> found;
        private final Predicate<String> written;

        Methods(List<CallLines> found, Predicate<String> written) {
            super(Opcodes.ASM9);
            this.found = found;
            this.written = written;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                String[] exceptions) {
            boolean synthetic = (access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) != 0;
            return synthetic || !written.test(name) ? null : new Calls(found);
        }
    }

    private static final class Calls extends MethodVisitor {

        private final List<CallLines> found;
        private int line;

        Calls(List<CallLines> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean synthetic = name.startsWith("<") || name.indexOf('$') >= 0 || UNWRITTEN.contains(name);
            if (line > 0 && !synthetic) {
                found.add(new CallLines(line, name));
            }
        }
    }
}
