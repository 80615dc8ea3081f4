package dev.plumbline.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Computes the words before each instruction in one pass:
 * <ol>
 * <li>visit instructions so that all predecessors but those over loop edges come first;</li>
 * <li>where paths join, a slot that differs becomes a phi; at the head of a loop every local that the loop stores to
 * is one from the start, so nothing has to be visited twice;</li>
 * <li>check that loop edges bring what the head assumed; if not (a stack slot changed by a loop, a loop with two
 * entries), make those slots phis too and begin again.</li>
 * </ol>
 * {@code Frame.execute} of ASM knows what each instruction does to the stack; its {@code Analyzer} is not used because
 * it joins old values of a place with new ones, which gives one value many names.
 */
final class OriginPass {

    private static final int ROUNDS = 8;

    private final Shape shape;
    private final ReversePostorder order;
    private final Words words;
    private final int start;
    private final Frame<Word> entry;
    private final Map<Integer, BitSet> loopSlots = new TreeMap<>();
    private final Map<Origin, List<Origin>> phis = new TreeMap<>((a, b) -> a.path().compareTo(b.path()));
    private final List<Frame<Word>> before = new ArrayList<>();
    private final List<Frame<Word>> after = new ArrayList<>();

    OriginPass(MethodNode method, Shape shape, Words words) {
        this(shape, words, 0, entry(method));
    }

    /** Only the paths from an instruction on, with the words that are known before it. */
    OriginPass(Shape shape, Words words, int start, Frame<Word> entry) {
        this.shape = shape;
        this.words = words;
        this.start = start;
        this.entry = entry;
        this.order = ReversePostorder.of(shape.size(), start, shape::successors);
    }

    /** @return the frame before each instruction, {@code null} where control never comes */
    List<Frame<Word>> run() throws AnalyzerException {
        findLoopSlots();
        for (int round = 0; round < ROUNDS; round++) {
            pass();
            if (!correctedLoops()) {
                return before;
            }
        }
        throw new AnalyzerException(null, "loops do not settle");
    }

    /** What flows together in each phi. */
    Map<Origin, List<Origin>> phis() {
        return phis;
    }

    private void pass() throws AnalyzerException {
        phis.clear();
        reset(before);
        reset(after);
        for (int at : order.nodes()) {
            Frame<Word> in = join(at);
            before.set(at, in);
            AbstractInsnNode instruction = shape.at(at);
            if (instruction.getOpcode() < 0) {
                after.set(at, in);
                continue;
            }
            Frame<Word> out = new Frame<>(in);
            out.execute(instruction, words);
            after.set(at, out);
        }
    }

    private void reset(List<Frame<Word>> frames) {
        frames.clear();
        for (int at = 0; at < shape.size(); at++) {
            frames.add(null);
        }
    }

    private Frame<Word> join(int at) throws AnalyzerException {
        List<Frame<Word>> incoming = new ArrayList<>();
        if (at == start) {
            incoming.add(entry);
        }
        for (int from : order.predecessors(at)) {
            if (!order.isLoopEdge(from, at)) {
                addFlow(from, at, incoming);
            }
        }
        BitSet loop = loopSlots.get(at);
        if (incoming.size() == 1 && loop == null) {
            return incoming.get(0);
        }
        Frame<Word> joined = new Frame<>(incoming.get(0));
        for (int slot = 0; slot < joined.getLocals() + joined.getStackSize(); slot++) {
            joinSlot(joined, at, slot, incoming, loop != null && loop.get(slot));
        }
        return joined;
    }

    private void joinSlot(Frame<Word> joined, int at, int slot, List<Frame<Word>> incoming, boolean inLoop)
            throws AnalyzerException {
        Word first = word(incoming.get(0), slot);
        boolean differs = inLoop;
        boolean usable = first != Word.NOTHING;
        for (int other = 1; other < incoming.size(); other++) {
            if (incoming.get(other).getStackSize() != joined.getStackSize()) {
                throw new AnalyzerException(shape.at(at), "stacks of different heights");
            }
            Word word = word(incoming.get(other), slot);
            usable &= word != Word.NOTHING && word.size() == first.size();
            differs |= word != first && !word.origin().equals(first.origin());
        }
        if (!usable) {
            set(joined, slot, Word.NOTHING);
            return;
        }
        if (differs) {
            Word phi = new Word(new Origin("phi@" + at + ":" + slot), first.size());
            set(joined, slot, phi);
            List<Origin> inputs = new ArrayList<>();
            incoming.forEach(frame -> inputs.add(word(frame, slot).origin()));
            phis.put(phi.origin(), inputs);
        }
    }

    /** Flow along an edge: a normal one carries the whole frame, one to a handler the locals before the throw. */
    private void addFlow(int from, int to, List<Frame<Word>> incoming) {
        for (int next : shape.jumps(from)) {
            if (next == to) {
                incoming.add(after.get(from));
                break;
            }
        }
        for (Row row : shape.catching(from)) {
            if (row.handler() == to) {
                Frame<Word> thrown = new Frame<>(before.get(from));
                thrown.clearStack();
                thrown.push(new Word(new Origin("caught@" + to), 1));
                incoming.add(thrown);
                break;
            }
        }
    }

    private boolean correctedLoops() throws AnalyzerException {
        boolean corrected = false;
        for (int from : order.nodes()) {
            for (int to : order.successors(from)) {
                corrected |= order.isLoopEdge(from, to) && correctedLoop(from, to);
            }
        }
        return corrected;
    }

    private boolean correctedLoop(int from, int to) throws AnalyzerException {
        List<Frame<Word>> incoming = new ArrayList<>();
        addFlow(from, to, incoming);
        Frame<Word> head = before.get(to);
        boolean corrected = false;
        for (Frame<Word> frame : incoming) {
            if (frame.getStackSize() != head.getStackSize()) {
                throw new AnalyzerException(shape.at(to), "stacks of different heights");
            }
            for (int slot = 0; slot < head.getLocals() + head.getStackSize(); slot++) {
                Word assumed = word(head, slot);
                Word brought = word(frame, slot);
                List<Origin> inputs = phis.get(assumed.origin());
                boolean isPhiHere = assumed.origin().path().equals("phi@" + to + ":" + slot);
                if (isPhiHere && inputs != null) {
                    inputs.add(brought.origin());
                } else if (assumed != Word.NOTHING && brought != Word.NOTHING
                    && !assumed.origin().equals(brought.origin())) {
                    loopSlots.computeIfAbsent(to, none -> new BitSet()).set(slot);
                    corrected = true;
                }
            }
        }
        return corrected;
    }

    /** For each loop head the locals that are stored to on some way from the head back to it. */
    private void findLoopSlots() {
        for (int from : order.nodes()) {
            for (int to : order.successors(from)) {
                if (order.isLoopEdge(from, to)) {
                    addStores(from, to, loopSlots.computeIfAbsent(to, none -> new BitSet()));
                }
            }
        }
    }

    private void addStores(int tail, int head, BitSet slots) {
        for (int at : order.loop(tail, head)) {
            AbstractInsnNode instruction = shape.at(at);
            if (instruction instanceof IincInsnNode increment) {
                slots.set(increment.var);
            } else if (instruction instanceof VarInsnNode variable && variable.getOpcode() >= Opcodes.ISTORE) {
                slots.set(variable.var);
            }
        }
    }

    private static Word word(Frame<Word> frame, int slot) {
        int locals = frame.getLocals();
        return slot < locals ? frame.getLocal(slot) : frame.getStack(slot - locals);
    }

    private static void set(Frame<Word> frame, int slot, Word word) {
        int locals = frame.getLocals();
        if (slot < locals) {
            frame.setLocal(slot, word);
        } else {
            frame.setStack(slot - locals, word);
        }
    }

    private static Frame<Word> entry(MethodNode method) {
        Frame<Word> entry = new Frame<>(method.maxLocals, method.maxStack);
        for (int slot = 0; slot < method.maxLocals; slot++) {
            entry.setLocal(slot, Word.NOTHING);
        }
        int slot = 0;
        if ((method.access & Opcodes.ACC_STATIC) == 0) {
            entry.setLocal(slot++, new Word(Origin.THIS, 1));
        }
        Type[] parameters = Type.getArgumentTypes(method.desc);
        for (int index = 0; index < parameters.length; index++) {
            entry.setLocal(slot, new Word(Origin.ofArgument(index), parameters[index].getSize()));
            slot += parameters[index].getSize();
        }
        return entry;
    }
}
