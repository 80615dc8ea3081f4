package dev.plumbline.bytecode.idiom;

import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The instructions of a method that the compiler added, by all idioms together. */
public final class CompilerMade {

    private static final List<Idiom> IDIOMS = List.of();

    private CompilerMade() {
    }

    public static BitSet in(ClassNode type, MethodNode method) {
        Code code = new Code(type, method);
        for (Idiom idiom : IDIOMS) {
            idiom.find(code);
        }
        return code.made();
    }
}
