package dev.plumbline.bytecode;

import dev.plumbline.bytecode.Lifetime.Use;
import java.util.List;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Follows one value through the frames of a method: which slots may hold it, and what wraps it. */
final class Following extends Interpreter<Tag> {

    private final InsnList nodes;
    private final int birth;
    private final int parameter;
    private final Predicate<Use> wraps;
    private final BasicInterpreter sizes = new BasicInterpreter();

    /**
     * @param birth the call whose result is followed, or the {@code NEW}; -1 to follow a parameter
     * @param parameter the local slot of the parameter that is followed; -1 for none
     */
    Following(InsnList nodes, int birth, int parameter, Predicate<Use> wraps) {
        super(Opcodes.ASM9);
        this.nodes = nodes;
        this.birth = birth;
        this.parameter = parameter;
        this.wraps = wraps;
    }

    /** A frame in which a constructor that wraps the value makes its object stand for the value. */
    final class Slots extends Frame<Tag> {

        Slots(int locals, int stack) {
            super(locals, stack);
        }

        Slots(Frame<? extends Tag> frame) {
            super(frame);
        }

        @Override
        public void execute(AbstractInsnNode insn, Interpreter<Tag> interpreter) throws AnalyzerException {
            int wrapper = insn.getOpcode() == Opcodes.INVOKESPECIAL ? wrapper((MethodInsnNode) insn) : -1;
            super.execute(insn, interpreter);
            if (wrapper >= 0) {
                stand(wrapper);
            }
        }

        private int wrapper(MethodInsnNode call) {
            int arguments = Type.getArgumentCount(call.desc);
            int receiver = getStackSize() - arguments - 1;
            if (!call.name.equals("<init>") || receiver < 0 || getStack(receiver).madeAt() < 0) {
                return -1;
            }
            for (int i = 0; i < arguments; i++) {
                if (getStack(receiver + 1 + i).held() && wraps.test(argument(call, i))) {
                    return getStack(receiver).madeAt();
                }
            }
            return -1;
        }

        private void stand(int madeAt) {
            for (int i = 0; i < getLocals(); i++) {
                if (getLocal(i).madeAt() == madeAt) {
                    setLocal(i, Tag.made(madeAt, true));
                }
            }
            for (int i = 0; i < getStackSize(); i++) {
                if (getStack(i).madeAt() == madeAt) {
                    setStack(i, Tag.made(madeAt, true));
                }
            }
        }
    }

    private Use argument(AbstractInsnNode call, int index) {
        return new Use(new Site(nodes.indexOf(call)), Use.Kind.ARGUMENT, index);
    }

    @Override
    public Tag newValue(Type type) {
        return sized(sizes.newValue(type));
    }

    @Override
    public Tag newParameterValue(boolean isInstanceMethod, int local, Type type) {
        return local == parameter ? Tag.theOne() : newValue(type);
    }

    @Override
    public Tag newOperation(AbstractInsnNode insn) throws AnalyzerException {
        if (insn.getOpcode() == Opcodes.NEW) {
            int at = nodes.indexOf(insn);
            return Tag.made(at, at == birth);
        }
        return sized(sizes.newOperation(insn));
    }

    @Override
    public Tag copyOperation(AbstractInsnNode insn, Tag value) {
        return value;
    }

    @Override
    public Tag unaryOperation(AbstractInsnNode insn, Tag value) throws AnalyzerException {
        return insn.getOpcode() == Opcodes.CHECKCAST ? value : sized(sizes.unaryOperation(insn, null));
    }

    @Override
    public Tag binaryOperation(AbstractInsnNode insn, Tag first, Tag second) throws AnalyzerException {
        return sized(sizes.binaryOperation(insn, null, null));
    }

    @Override
    public Tag ternaryOperation(AbstractInsnNode insn, Tag first, Tag second, Tag third) {
        return null;
    }

    @Override
    public Tag naryOperation(AbstractInsnNode insn, List<? extends Tag> values) throws AnalyzerException {
        BasicValue result = sizes.naryOperation(insn, null);
        if (result != null && result.isReference()
            && (nodes.indexOf(insn) == birth || insn instanceof MethodInsnNode call && isWrapper(call, values))) {
            return Tag.theOne();
        }
        return sized(result);
    }

    private boolean isWrapper(MethodInsnNode call, List<? extends Tag> values) {
        int first = call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1;
        for (int i = 0; i < values.size(); i++) {
            boolean wrapped = i < first
                ? wraps.test(new Use(new Site(nodes.indexOf(call)), Use.Kind.RECEIVER, -1))
                : wraps.test(argument(call, i - first));
            if (values.get(i).held() && wrapped) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void returnOperation(AbstractInsnNode insn, Tag value, Tag expected) {
        // Nothing flows on.
    }

    @Override
    public Tag merge(Tag first, Tag second) {
        return first.equals(second) ? first : first.meet(second);
    }

    private static Tag sized(BasicValue value) {
        return value == null ? null : Tag.other(value.getSize());
    }
}
