package dev.plumbline.bytecode.idiom;

import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The instructions of a method that the compiler added, by all idioms together. */
public final class CompilerMade {

    /** In this order: a {@code finally} is told from other handlers by what those left unmarked. */
    private static final List<Idiom> IDIOMS = List.of(
        new SyntheticMethod(), new EnumMembers(), new RecordMembers(), new ImplicitConstructor(), new MonitorExit(),
        new TryWithResources(), new OldTryWithResources(), new EclipseTryWithResources(), new FinallyCopy(),
        new StringSwitch(), new EnumSwitch(), new ExhaustiveSwitch(), new Assertion(), new NullCheck());

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
